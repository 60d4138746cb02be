package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a contact's thread stands. */
public enum Standing {
    /** A try is out, the next one would be too early. */
    WAITING("waiting"),
    /** The next try is not too early any more. */
    DUE("due"),
    /** The budget is spent. */
    LAST_TRY_SENT("last-try-sent"),
    /** The user let go. */
    LET_GO("let-go"),
    /** A human answered. */
    ANSWERED("answered");

    private final String id;

    Standing(String id) {
        this.id = id;
    }

    /** The word for it on the wire and on the command line. */
    public String id() {
        return id;
    }

    /**
     * Where it stands now.
     *
     * @param zone the user's
     * @return null if there is no attempt: nothing was asked, or nothing that was heard
     */
    public static Standing of(ContactHistory history, Policy policy, Instant now, ZoneId zone) {
        if (history.onThread().isEmpty()) {
            return history.answered() ? ANSWERED : null;
        }
        if (history.letGoAt() != null) {
            return LET_GO;
        }
        LocalDate due = policy.due(history.counting(), zone);
        if (due == null) {
            return LAST_TRY_SENT;
        }
        return now.atZone(zone).toLocalDate().isBefore(due) ? WAITING : DUE;
    }
}
