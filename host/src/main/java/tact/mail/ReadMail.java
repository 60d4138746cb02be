package tact.mail;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A mail just read, while its body is at hand. */
public final class ReadMail {

    private final Mail mail;
    private final String text;
    private final List<MessageId> attached;
    private final Supplier<Reading> understanding;
    private Reading reading;

    ReadMail(Mail mail, String text, List<MessageId> attached, Supplier<Reading> understanding) {
        this.mail = Objects.requireNonNull(mail);
        this.text = Objects.requireNonNull(text);
        this.attached = List.copyOf(attached);
        this.understanding = Objects.requireNonNull(understanding);
    }

    /** Who wrote to whom in which thread; without the gist of its text. */
    public Mail mail() {
        return mail;
    }

    /** What the ledger keeps: {@link #mail} with the gist of its text. */
    public Mail kept() {
        return mail.withGist(Gist.of(reading(), informs()));
    }

    private boolean informs() {
        return Subject.isForward(mail.subject()) && Writing.of(text).sentences().stream().noneMatch(Writing.Said::isQuestion);
    }

    /** Its body as plain text, quotes included, at most {@link MailReader#MAX_TEXT} characters; never stored. */
    public String text() {
        return text;
    }

    /** The mails that it carries as parts of their own (message/rfc822, RFC 2046), in order. */
    public List<MessageId> attached() {
        return attached;
    }

    /** What the text says; worked out when first asked for, since counting does not need it. */
    public Reading reading() {
        if (reading == null) {
            reading = understanding.get();
        }
        return reading;
    }
}
