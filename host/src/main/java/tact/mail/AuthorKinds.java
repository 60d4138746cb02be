package tact.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells a mail's {@link AuthorKind} from its header: RFC 3834 and the report types of RFC 3464 and RFC 8098, and the vendors'
 * fields that say the same. A single weak sign proves nothing: X-Auto-Response-Suppress, Precedence: bulk and an empty
 * subject are on mail of humans too.
 */
final class AuthorKinds {

    private static final Set<String> AUTO_REPLY_FIELDS = Set.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply");

    private AuthorKinds() {}

    /**
     * @param from         the author
     * @param header       field bodies by lower-case name, in their order
     * @param reportType   report-type of a multipart/report; empty if it is none
     * @param deliveryText the text of its message/delivery-status part; empty if there is none
     */
    static AuthorKind of(Address from, Map<String, List<String>> header, String reportType, String deliveryText) {
        if (reportType.equals("disposition-notification")) {
            return AuthorKind.RECEIPT;
        }
        if (reportType.equals("delivery-status")) {
            return DeliveryStatus.kind(deliveryText);
        }
        if (header.containsKey("x-failed-recipients")) {
            return AuthorKind.BOUNCE;
        }
        String autoSubmitted = first(header, "auto-submitted");
        if (!autoSubmitted.isEmpty() && !keyword(autoSubmitted).equals("no")) {
            return AuthorKind.AUTO_REPLY;
        }
        if (keyword(first(header, "precedence")).equals("auto_reply")) {
            return AuthorKind.AUTO_REPLY;
        }
        for (String field : AUTO_REPLY_FIELDS) {
            if (header.containsKey(field) && !keyword(first(header, field)).equals("no")) {
                return AuthorKind.AUTO_REPLY;
            }
        }
        return from.isMachine() ? AuthorKind.MACHINE : AuthorKind.HUMAN;
    }

    /** The word before parameters and comments: "auto-replied" of "auto-replied (vacation); owner=...". */
    private static String keyword(String fieldBody) {
        return fieldBody.strip().split("[\\s;(]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String first(Map<String, List<String>> header, String name) {
        List<String> bodies = header.getOrDefault(name, List.of());
        return bodies.isEmpty() ? "" : bodies.get(0);
    }
}
