package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import tact.mail.Meaning;
import tact.mail.MessageId;

/**
 * A human's answer to an attempt.
 *
 * @param mail     the mail it is
 * @param at       when it was written
 * @param meaning  as the user said, else as it was read
 * @param isStated whether the user said so
 * @param day      of a yes the day to meet, of a not-now the day to ask again; null where none is named
 */
public record Answer(MessageId mail, Instant at, Meaning.Kind meaning, boolean isStated, LocalDate day) {
    public Answer {
        Objects.requireNonNull(mail);
        Objects.requireNonNull(at);
        Objects.requireNonNull(meaning);
    }

    /** Whether it declines, and the user agrees that it does: situation 2 of the article. */
    public boolean isFirmNo() {
        return meaning == Meaning.Kind.NO && isStated;
    }
}
