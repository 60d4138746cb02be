package tact.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tact.mail.Mail;

/**
 * A try: a mail of mine to a person, with those that followed on the same thread within the hour.
 *
 * @param mails in order of their dates; at least one
 */
public record Attempt(List<Mail> mails) {

    public Attempt {
        mails = List.copyOf(mails);
        if (mails.isEmpty()) {
            throw new IllegalArgumentException("an attempt has a mail");
        }
    }

    /** The mail that opened it. */
    public Mail mail() {
        return mails.get(0);
    }

    /** When it was made: when its first mail was sent. */
    public Instant sentAt() {
        return mail().date();
    }

    Attempt with(Mail another) {
        List<Mail> more = new ArrayList<>(mails);
        more.add(another);
        return new Attempt(more);
    }
}
