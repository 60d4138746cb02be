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
    /** They declined; firmly, if the user says so. */
    DECLINED("declined"),
    /** They asked for a later time, which has not come. */
    NOT_NOW("not-now"),
    /** They agreed; the meeting, if there is to be one, has not been. */
    AGREED("agreed"),
    /** The meeting has been, and nothing was asked since. */
    MET("met"),
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
        Course course = history.course();
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean isAsked = !history.onThread().isEmpty();
        if (!isAsked && !history.answered()) {
            return null;
        }
        if (course.letGoAt() != null) {
            return LET_GO;
        }
        if (course.isMeetingAfter(today)) {
            return AGREED;
        }
        LocalDate due = history.due(policy, zone);
        if (isAsked) {
            return due == null ? LAST_TRY_SENT : today.isBefore(due) ? WAITING : DUE;
        }
        if (course.isMetBy(today, zone)) {
            return MET;
        }
        if (course.answer() == null) {
            return ANSWERED;
        }
        return switch (course.answer().meaning()) {
            case YES -> AGREED;
            case NO -> DECLINED;
            case NOT_NOW -> due != null && !today.isBefore(due) ? DUE : NOT_NOW;
            case OTHER -> ANSWERED;
        };
    }
}
