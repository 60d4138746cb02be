package tact.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/**
 * A mailbox of RFC 5322, section 3.4: an address with the name shown beside it.
 *
 * @param name     the display name; empty when there is none
 * @param spec     the addr-spec as written (local part and domain)
 */
public record Address(String name, String spec) {

    private static final int MAX_FIELD_LENGTH = 64 * 1024;
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /** Local parts behind which no person reads: robots (RFC 2142's postmaster among them) and addresses that say so. */
    private static final Pattern MACHINE = Pattern.compile(
            "(?:.*[._-])?(?:no|do-?not|dont|nicht|ne-?pas)[._-]?(?:reply|respond|antworten|repondre)(?:[._+-].*)?"
                    + "|mailer-?daemon|postmaster|bounces?(?:[._+-].*)?|(?:auto-?)?notifications?(?:[._+-].*)?"
                    + "|unsubscribe(?:[._+-].*)?|listserv|majordomo|.*-(?:request|bounces|owner|unsubscribe|subscribe)");

    public Address {
        Objects.requireNonNull(name);
        Objects.requireNonNull(spec);
    }

    /**
     * Reads one mailbox leniently.
     *
     * @param text such as {@code Anna Berg <anna@example.org>} or {@code anna@example.org}
     * @return null if there is no address in it
     */
    public static Address parse(String text) {
        List<Address> all = parseAll(text);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All mailboxes of an address field, groups flattened, what cannot be read left out; empty if there are none. */
    public static List<Address> parseAll(String fieldBody) {
        String bounded = fieldBody.length() > MAX_FIELD_LENGTH ? fieldBody.substring(0, MAX_FIELD_LENGTH) : fieldBody;
        List<Address> addresses = new ArrayList<>();
        // Not parseAddressList(CharSequence): it takes the number of characters for that of bytes and cuts the end off.
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, bounded);
        ParserCursor cursor = new ParserCursor(0, bytes.length());
        for (Mailbox mailbox : LenientAddressParser.DEFAULT.parseAddressList(bytes, cursor).flatten()) {
            if (mailbox.getDomain() == null || mailbox.getDomain().isBlank()) {
                continue;
            }
            String name = mailbox.getName() == null ? "" : mailbox.getName();
            addresses.add(new Address(oneLine(name), oneLine(mailbox.getLocalPart() + "@" + mailbox.getDomain())));
        }
        return addresses;
    }

    private static String oneLine(String text) {
        return LINE_BREAKING.matcher(text).replaceAll(" ").strip();
    }

    /**
     * The same for all spellings of one mailbox: case folded, a plus-tag dropped, and for Gmail the dots too. RFC 5321 leaves
     * the local part's case to the receiver; in practice nobody tells two people apart by it.
     */
    public String identity() {
        String lower = spec.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at <= 0) {
            return lower;
        }
        String local = lower.substring(0, at);
        String domain = lower.substring(at + 1);
        int plus = local.indexOf('+');
        if (plus > 0) {
            local = local.substring(0, plus);
        }
        if (GMAIL.contains(domain)) {
            return local.replace(".", "") + "@gmail.com";
        }
        return local + "@" + domain;
    }

    /** Whether it holds no control characters: so does all that was parsed. */
    public boolean isOneLine() {
        return !LINE_BREAKING.matcher(name).find() && !LINE_BREAKING.matcher(spec).find();
    }

    /** Whether a machine stands behind it, by its local part: no-reply, mailer-daemon, notifications and the like. */
    public boolean isMachine() {
        int at = spec.lastIndexOf('@');
        String local = spec.substring(0, Math.max(at, 0)).toLowerCase(Locale.ROOT);
        return local.length() <= 64 && MACHINE.matcher(local).matches();
    }

    /** The name, or the address where there is none: how a text calls the person. */
    public String display() {
        return name.isEmpty() ? spec : name;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? spec : name + " <" + spec + ">";
    }
}
