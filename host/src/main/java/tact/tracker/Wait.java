package tact.tracker;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the next try waits for.
 *
 * @param day    from which it is not too early
 * @param reason why not sooner
 */
public record Wait(LocalDate day, Reason reason) {

    public Wait {
        Objects.requireNonNull(day);
        Objects.requireNonNull(reason);
    }

    /** Why a day is waited for. */
    public enum Reason {
        /** A week, or what the user set in its place, has to pass. */
        WEEK,
        /** They are away. */
        ABSENCE,
        /** They said "not now". */
        LATER,
        /** The user put it off. */
        SNOOZED
    }
}
