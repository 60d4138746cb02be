package tact.tracker;

import java.time.Instant;
import java.util.Objects;

/**
 * A streak as it went.
 *
 * @param ending what ended it; null while it is open
 */
public record EndedStreak(Streak streak, Ending ending) {

    public EndedStreak {
        Objects.requireNonNull(streak);
    }

    /** Whether a human's answer ended it, or a meeting; if not, it is still open. */
    public boolean answered() {
        return ending != null;
    }

    /**
     * The end of a streak.
     *
     * @param at when; an answer given by other means ends it when the user says so
     */
    public record Ending(Instant at, Kind kind) {
        public Ending {
            Objects.requireNonNull(at);
            Objects.requireNonNull(kind);
        }
    }

    /** What can end a streak. */
    public enum Kind {
        /** A human's mail. */
        MAIL,
        /** A meeting that was held. */
        MEETING,
        /** An answer by other means, as the user said. */
        ELSEWHERE
    }
}
