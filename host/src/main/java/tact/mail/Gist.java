package tact.mail;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is kept of what a mail says: what it comes to, never its words.
 *
 * @param meaning     of a human's mail; null of others, and of mail that was not read for it
 * @param proposedDay of a yes the day to meet, of a not-now the day to ask again; null where none is named
 * @param returnDate  of an absence note, the first day back; null where none is named
 * @param introduces  whether it makes two people known to each other
 * @param informs     whether it passes on another mail and has no question of its own
 * @param asks        whether it asks something that waits for an answer; true where that cannot be told
 */
public record Gist(
        Meaning.Kind meaning,
        LocalDate proposedDay,
        LocalDate returnDate,
        boolean introduces,
        boolean informs,
        boolean asks) {

    /** Nothing was understood. */
    public static final Gist NONE = new Gist(null, null, null, false, false, true);

    /** What is kept of a reading. */
    static Gist of(Reading reading, boolean informs) {
        Objects.requireNonNull(reading);
        return new Gist(
                reading.meaning() == null ? null : reading.meaning().kind(),
                reading.proposedDay(),
                reading.returnDate(),
                reading.introduces(),
                informs,
                reading.asks());
    }
}
