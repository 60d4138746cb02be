package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import tact.event.FollowUpGroup;

/** Where the list shows a thread, and on which day it is to be looked at again. The bounds in days are Tact's own. */
final class Grouping {

    /** So long after its day nothing prompts any more: else a first look at a year of mail would call all of it due. */
    static final int DAYS_TO_QUIET = 30;

    /** So long after a meeting it is shown, while nothing has been asked since. */
    static final int DAYS_AFTER_MEETING = 14;

    private final ContactHistory contact;
    private final Standing standing;
    private final Policy policy;
    private final LocalDate today;
    private final ZoneId zone;

    /** @param zone the user's */
    Grouping(ContactHistory contact, Standing standing, Policy policy, Instant now, ZoneId zone) {
        this.contact = contact;
        this.standing = standing;
        this.policy = policy;
        this.today = now.atZone(zone).toLocalDate();
        this.zone = zone;
    }

    /**
     * The group. What a person said, or a meeting with them, concerns all threads with them: it is shown on the one on which mail was
     * exchanged last, and the others are done, unless a try on them is unanswered.
     */
    FollowUpGroup group() {
        boolean isOpen = !contact.onThread().isEmpty();
        if (contact.course().isMuted() || isClosed() || !isOpen && !contact.latest()) {
            return FollowUpGroup.DONE;
        }
        return switch (standing) {
            case WAITING -> FollowUpGroup.WAITING;
            case DUE -> isQuiet(contact.due(policy, zone)) ? FollowUpGroup.GONE_QUIET : FollowUpGroup.DUE;
            case LAST_TRY_SENT -> isQuiet(endOfLastTry()) ? FollowUpGroup.GONE_QUIET : FollowUpGroup.LAST_TRY_SENT;
            case NOT_NOW -> FollowUpGroup.NOT_NOW;
            case AGREED -> contact.course().isMeetingAfter(today) ? FollowUpGroup.MEETING : FollowUpGroup.DONE;
            case MET -> isJustMet() ? FollowUpGroup.MEETING : FollowUpGroup.DONE;
            case LET_GO, DECLINED, ANSWERED -> FollowUpGroup.DONE;
        };
    }

    /** Whether they answered, and what the user wrote since asks nothing: a thank-you waits for no answer. */
    boolean isClosed() {
        return contact.answered()
                && !contact.onThread().isEmpty()
                && contact.onThread().attempts().stream()
                        .flatMap(attempt -> attempt.mails().stream())
                        .noneMatch(mail -> mail.gist().asks());
    }

    private boolean isQuiet(LocalDate day) {
        return today.isAfter(day.plusDays(DAYS_TO_QUIET));
    }

    private boolean isJustMet() {
        return !today.isAfter(contact.course().meeting().plusDays(DAYS_AFTER_MEETING)) && contact.toPerson().isEmpty();
    }

    private LocalDate endOfLastTry() {
        return endOfLastTry(contact, policy, zone);
    }

    /** When the week after the last try is over; the tries must not be empty. */
    private static LocalDate endOfLastTry(ContactHistory contact, Policy policy, ZoneId zone) {
        Streak counting = contact.counting();
        LocalDate lastTry = counting.last().sentAt().atZone(zone).toLocalDate();
        return policy.workingDay(lastTry.plusDays(policy.daysAfter(counting.tries())));
    }

    /** The days on which the group, the next day or who speaks may change although nothing happens. */
    static Stream<LocalDate> turningDays(ContactHistory contact, Policy policy, ZoneId zone) {
        LocalDate due = contact.due(policy, zone);
        LocalDate over = contact.counting().isEmpty() ? null : endOfLastTry(contact, policy, zone);
        LocalDate meeting = contact.course().meeting();
        return Stream.of(
                        Stream.ofNullable(due).flatMap(day -> Stream.of(day, day.plusDays(DAYS_TO_QUIET + 1))),
                        Stream.ofNullable(over).map(day -> day.plusDays(DAYS_TO_QUIET + 1)),
                        Stream.ofNullable(meeting)
                                .flatMap(day -> Stream.of(day, day.plusDays(1), day.plusDays(DAYS_AFTER_MEETING + 1))))
                .flatMap(days -> days);
    }

    /**
     * The day to look at it again: when the next try, or the end of the wait after the last one, is due; the day of a meeting to come; a
     * week after one that was held.
     *
     * @return null where nothing is waited for
     */
    LocalDate next() {
        return switch (group()) {
            case DUE, WAITING, NOT_NOW -> contact.due(policy, zone);
            case LAST_TRY_SENT -> endOfLastTry();
            case MEETING -> {
                LocalDate meeting = contact.course().meeting();
                yield meeting.isBefore(today) ? policy.workingDay(meeting.plusDays(policy.daysToLaterTry())) : meeting;
            }
            case GONE_QUIET, DONE -> null;
        };
    }
}
