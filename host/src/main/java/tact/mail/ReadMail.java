package tact.mail;

import java.util.Objects;

/**
 * A mail just read, while its body is at hand.
 *
 * @param mail    what may be kept
 * @param text    its body as plain text, quotes included, at most {@link MailReader#MAX_TEXT} characters; never stored
 * @param reading what was understood of it
 */
public record ReadMail(Mail mail, String text, Reading reading) {
    public ReadMail {
        Objects.requireNonNull(mail);
        Objects.requireNonNull(text);
        Objects.requireNonNull(reading);
    }
}
