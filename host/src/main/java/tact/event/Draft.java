package tact.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tact.mail.Address;
import tact.mail.MessageId;

/**
 * A mail being written.
 *
 * @param from       the identity it is written as
 * @param to         whom it asks; a recipient half typed, which is no address yet and comes as null, is left out
 * @param references the mails that it answers or continues; empty for a new mail
 * @param text       its whole text, quotes included, at most {@link #MAX_TEXT} characters
 * @param attached   the mails that are attached to it
 * @param silenced   ids of rules that the user has switched off for this mail
 */
public record Draft(
        Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        String subject,
        List<MessageId> references,
        String text,
        List<MessageId> attached,
        List<String> silenced) {

    /** The most characters of text that are looked at. */
    public static final int MAX_TEXT = 64 * 1024;

    public Draft {
        Objects.requireNonNull(from);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        to = Bounds.readable(to);
        cc = Bounds.readable(cc);
        bcc = Bounds.readable(bcc);
        references = List.copyOf(references);
        attached = List.copyOf(attached);
        silenced = List.copyOf(silenced);
        Bounds.atMost(text.length(), MAX_TEXT, "text");
    }

    /** The same with further rules switched off. */
    public Draft silencing(List<String> rules) {
        List<String> all = new ArrayList<>(silenced);
        all.addAll(rules);
        return new Draft(from, to, cc, bcc, subject, references, text, attached, all);
    }

    /** A draft without attached mails, on which all rules speak. */
    public Draft(
            Address from,
            List<Address> to,
            List<Address> cc,
            List<Address> bcc,
            String subject,
            List<MessageId> references,
            String text) {
        this(from, to, cc, bcc, subject, references, text, List.of(), List.of());
    }
}
