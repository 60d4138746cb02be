package tact.mail;

import java.util.Objects;
import java.util.function.Supplier;

/** A mail just read, while its body is at hand. */
public final class ReadMail {

    private final Mail mail;
    private final String text;
    private final Supplier<Reading> understanding;
    private Reading reading;

    ReadMail(Mail mail, String text, Supplier<Reading> understanding) {
        this.mail = Objects.requireNonNull(mail);
        this.text = Objects.requireNonNull(text);
        this.understanding = Objects.requireNonNull(understanding);
    }

    /** Who wrote to whom in which thread; without the gist of its text. */
    public Mail mail() {
        return mail;
    }

    /** What the ledger keeps: {@link #mail} with the gist of its text. */
    public Mail kept() {
        return mail.withGist(Gist.of(reading()));
    }

    /** Its body as plain text, quotes included, at most {@link MailReader#MAX_TEXT} characters; never stored. */
    public String text() {
        return text;
    }

    /** What the text says; worked out when first asked for, since counting does not need it. */
    public Reading reading() {
        if (reading == null) {
            reading = understanding.get();
        }
        return reading;
    }
}
