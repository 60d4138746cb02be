package tact.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a message/delivery-status part (RFC 3464): groups of fields, the first about the mail, the rest a recipient each. */
final class DeliveryStatus {

    static final Pattern ACTION = Pattern.compile("(?im)^action:[ \\t]*([a-z]+)");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:final|original)-recipient:[ \\t]*(?:[a-z0-9-]+[ \\t]*;)?[ \\t]*([^\\r\\n]{1,512})");
    private static final Pattern GROUP_END = Pattern.compile("(?:\\r?\\n[ \\t]*+){2,}+");

    private DeliveryStatus() {}

    /** A failure outweighs everything, a delay outweighs a delivery; a report that names no action is taken for a failure. */
    static AuthorKind kind(String text) {
        boolean delayed = false;
        boolean delivered = false;
        Matcher matcher = ACTION.matcher(text);
        while (matcher.find()) {
            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                case "delayed" -> delayed = true;
                case "delivered", "relayed", "expanded" -> delivered = true;
                default -> {
                    return AuthorKind.BOUNCE;
                }
            }
        }
        if (delayed) {
            return AuthorKind.DELAYED;
        }
        return delivered ? AuthorKind.RECEIPT : AuthorKind.BOUNCE;
    }

    /** The recipients that failed, by Original-Recipient as well as Final-Recipient: an alias on the way changes the latter. */
    static List<Address> failedRecipients(String text) {
        Map<String, Address> failed = new LinkedHashMap<>();
        for (String group : GROUP_END.split(text)) {
            Matcher action = ACTION.matcher(group);
            if (action.find() && !action.group(1).equalsIgnoreCase("failed")) {
                continue;
            }
            Matcher recipient = RECIPIENT.matcher(group);
            while (recipient.find()) {
                Address address = Address.parse(recipient.group(1));
                if (address != null) {
                    failed.putIfAbsent(address.identity(), address);
                }
            }
        }
        return List.copyOf(failed.values());
    }
}
