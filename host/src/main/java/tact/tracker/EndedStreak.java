package tact.tracker;

import java.util.Objects;

/**
 * A streak as it went.
 *
 * @param answered whether a human's answer ended it, or a meeting; if not, it is still open
 */
public record EndedStreak(Streak streak, boolean answered) {
    public EndedStreak {
        Objects.requireNonNull(streak);
    }
}
