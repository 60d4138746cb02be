package tact.tracker;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * How often and how soon: what the article says, where the user has not set it otherwise.
 *
 * @param budget            tries to one person (passage three-tries)
 * @param daysToSecondTry   days from the first try to the second (passage wait-a-week-or-two)
 * @param daysToLaterTry    days from each later try to the next (passage one-more-week-last-time)
 * @param outerDays         after so many days since a try the next one is overdue (passage wait-a-week-or-two)
 * @param workingDaysBack   working days that somebody is left in peace after an absence; the article has no number
 * @param daysToLater       days until one asks again after a "not now" without a day: "in a few weeks" (passage
 *                          quick-meeting-at-their-convenience)
 * @param sameAttempt       mail on the same thread this soon after a try belongs to it: "forgot the attachment"
 * @param establishedMails  so many human mails within {@code establishedWithin} make someone an established correspondent
 * @param establishedWithin looked at backwards from now
 * @param workingDays       due dates fall on these; not empty
 * @param holidays          and not on these
 */
public record Policy(
        int budget,
        int daysToSecondTry,
        int daysToLaterTry,
        int outerDays,
        int workingDaysBack,
        int daysToLater,
        Duration sameAttempt,
        int establishedMails,
        Duration establishedWithin,
        Set<DayOfWeek> workingDays,
        Set<LocalDate> holidays) {

    /** Longer than any row of holidays; a calendar without working days must not hang. */
    private static final int MAX_DAYS_OFF = 60;

    /** The article's numbers and mission.md's. */
    public static final Policy DEFAULT = new Policy(
            3, 7, 7, 14, 2, 21, Duration.ofHours(1), 3, Duration.ofDays(365), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Set.of());

    public Policy {
        workingDays = Set.copyOf(workingDays);
        holidays = Set.copyOf(holidays);
        if (budget < 1 || daysToSecondTry < 0 || daysToLaterTry < 0 || outerDays < 0 || workingDaysBack < 0 || daysToLater < 0
                || workingDays.isEmpty()) {
            throw new IllegalArgumentException("a policy needs a budget, waits that are not negative, and a working day");
        }
    }

    /**
     * The day from which the next try is not too early.
     *
     * @param zone the user's
     * @return null when there is no next try: nothing is unanswered, or the budget is spent
     */
    public LocalDate due(Streak streak, ZoneId zone) {
        if (streak.isEmpty() || streak.tries() >= budget) {
            return null;
        }
        return workingDay(streak.last().sentAt().atZone(zone).toLocalDate().plusDays(daysAfter(streak.tries())));
    }

    /** How many days the next try waits after so many, at least one. */
    public int daysAfter(int tries) {
        return tries == 1 ? daysToSecondTry : daysToLaterTry;
    }

    private boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The day itself if it is a working day, else the next one. */
    public LocalDate workingDay(LocalDate from) {
        LocalDate day = from;
        for (int off = 0; off < MAX_DAYS_OFF && !isWorkingDay(day); off++) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day on which somebody who is back can be asked again. */
    public LocalDate afterAbsence(LocalDate back) {
        LocalDate day = workingDay(back);
        for (int i = 0; i < workingDaysBack; i++) {
            day = workingDay(day.plusDays(1));
        }
        return day;
    }

    /** The day on which one asks again who said "not now" and no day. */
    public LocalDate inAFewWeeks(LocalDate answered) {
        return workingDay(answered.plusDays(daysToLater));
    }
}
