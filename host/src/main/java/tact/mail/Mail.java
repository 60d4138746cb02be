package tact.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What Tact keeps of a mail: the header fields that say who wrote to whom in which thread, and what was read from the rest.
 * The body is not in it.
 *
 * @param id               its Message-ID, or one made from its header when it has none
 * @param date             when it was written, by its Date field; never null (see {@link MailReader#read})
 * @param from             its author; never null, {@code <>} of a bounce becomes an address of empty name and spec
 * @param to               whom it asks
 * @param cc               who gets a copy; Bcc is not kept
 * @param subject          decoded, on one line; may be empty
 * @param references       the mails it answers or continues, oldest first: References, then In-Reply-To; without duplicates
 * @param conversation     the conversation by Exchange's Thread-Index, as an id of its own kind; null when it has none
 * @param authorKind       who wrote it
 * @param listPost         the mailing list it came through (RFC 2369, List-Post); null when it came through none
 * @param failedRecipients of a bounce: who was not reached; empty when it does not say, and for other mail
 * @param returnedMail     of a bounce: the mail that did not arrive; null when it does not say, and for other mail
 * @param sketch           a fingerprint of the text
 * @param gist             what its text comes to; {@link Gist#NONE} when it was not read for that
 */
public record Mail(
        MessageId id,
        Instant date,
        Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        List<MessageId> references,
        MessageId conversation,
        AuthorKind authorKind,
        Address listPost,
        List<Address> failedRecipients,
        MessageId returnedMail,
        Sketch sketch,
        Gist gist) {

    public Mail {
        Objects.requireNonNull(id);
        Objects.requireNonNull(date);
        Objects.requireNonNull(from);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(authorKind);
        Objects.requireNonNull(sketch);
        Objects.requireNonNull(gist);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        failedRecipients = List.copyOf(failedRecipients);
    }

    /** The same mail with what its text comes to. */
    public Mail withGist(Gist other) {
        return new Mail(
                id, date, from, to, cc, subject, references, conversation, authorKind, listPost, failedRecipients, returnedMail, sketch, other);
    }

    /** Everybody on it: author, To and Cc. */
    public Stream<Address> people() {
        return Stream.of(Stream.of(from), to.stream(), cc.stream()).flatMap(addresses -> addresses);
    }

    /** Whether only its subject can tell what it replies to: a reply prefix, but no references. */
    public boolean isReplyWithoutReferences() {
        Subject about = Subject.of(subject);
        return references.isEmpty() && about.isReply() && !about.base().isEmpty();
    }

    /** The same mail under another id. */
    public Mail withId(MessageId other) {
        return new Mail(
                other, date, from, to, cc, subject, references, conversation, authorKind, listPost, failedRecipients, returnedMail, sketch, gist);
    }

    /** The same mail with another date. */
    public Mail withDate(Instant other) {
        return new Mail(
                id, other, from, to, cc, subject, references, conversation, authorKind, listPost, failedRecipients, returnedMail, sketch, gist);
    }
}
