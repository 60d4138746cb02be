package tact.tracker;

import java.util.List;
import tact.mail.Mail;
import tact.mail.MessageId;

/**
 * Mails that belong together.
 *
 * @param mails in order of their dates; at least one
 */
public record MailThread(List<Mail> mails) {

    public MailThread {
        mails = List.copyOf(mails);
    }

    /** Names the thread: its oldest mail. */
    public MessageId root() {
        return mails.get(0).id();
    }

    /** The mail with the latest date. */
    public Mail newest() {
        return mails.get(mails.size() - 1);
    }
}
