package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tact.event.Claim;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Mail;

/**
 * What has come between the user and a person besides attempts: answers, meetings, absences, and what the user said.
 *
 * @param answer           the newest answer; null if there is none
 * @param meeting          the day of the next meeting, else of the last one held; null if there is none
 * @param back             the first day back of an absence that answers the last attempt; null if there is none
 * @param returned         the user's newest mail to them, if it came back undelivered; null if it did not
 * @param priority         null until the user said
 * @param origin           where the contact came from; null until the user said
 * @param likelyIntroducer who seems to have introduced them; null if nobody
 * @param urgent           a deadline the user named; null if none
 * @param snoozedUntil     nothing is due before this day, which may be past; null if never snoozed
 * @param isMuted          whether Tact is to say nothing about this person, or about this thread
 * @param letGoAt          when the user let go, if nothing came since; null if not
 */
public record Course(
        Answer answer,
        LocalDate meeting,
        LocalDate back,
        Mail returned,
        Priority priority,
        Claim.Introduced origin,
        Address likelyIntroducer,
        Claim.Urgent urgent,
        LocalDate snoozedUntil,
        boolean isMuted,
        Instant letGoAt) {

    /** Nothing has come between. */
    public static final Course NONE = new Course(null, null, null, null, null, null, null, null, null, false, null);

    /** Whether the user agrees that the person declined. */
    public boolean isDeclined() {
        return answer != null && answer.isFirmNo();
    }

    /** Whether they are to meet on a later day than this. */
    public boolean isMeetingAfter(LocalDate today) {
        return meeting != null && meeting.isAfter(today);
    }

    /**
     * Whether they have met by this day and the person has written nothing since the day of the meeting.
     *
     * @param zone the user's
     */
    public boolean isMetBy(LocalDate today, ZoneId zone) {
        return meeting != null
                && !meeting.isAfter(today)
                && (answer == null || !answer.at().atZone(zone).toLocalDate().isAfter(meeting));
    }

    /** Who introduced them, as the user said. */
    public Optional<Address> introducer() {
        return Optional.ofNullable(origin).map(Claim.Introduced::by);
    }
}
