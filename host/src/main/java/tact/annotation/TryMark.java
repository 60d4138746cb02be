package tact.annotation;

import java.util.Objects;
import tact.mail.MessageId;

/**
 * How a mail is to be marked in the list of threads.
 *
 * @param messageId the newest try on its thread
 * @param mark      "try-1", "try-2" and so on, "last-try" or "let-go"
 */
public record TryMark(MessageId messageId, String mark) {
    public TryMark {
        Objects.requireNonNull(messageId);
        Objects.requireNonNull(mark);
    }
}
