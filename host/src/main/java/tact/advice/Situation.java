package tact.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tact.event.Draft;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.Subject;
import tact.mail.Writing;
import tact.tracker.Answer;
import tact.tracker.ContactHistory;
import tact.tracker.Policy;
import tact.tracker.Streak;
import tact.tracker.Wait;

/**
 * A draft with all that advice on it can depend on: the history with the person it is about, the time, the policy.
 *
 * @param writing what the user wrote in it
 * @param contact the history that speaks, of several people asked ({@link ContactHistory#speaking})
 * @param zone    the user's
 */
public record Situation(Draft draft, Writing writing, ContactHistory contact, Instant now, ZoneId zone, Policy policy) {

    /** From this part on, a first mail counts as quoted: people trim greetings and signatures. */
    private static final double QUOTED = 0.5;

    public Situation {
        Objects.requireNonNull(draft);
        Objects.requireNonNull(writing);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(now);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(policy);
    }

    /**
     * The situation of a draft.
     *
     * @param histories of the people it asks, in the order of its To: line
     * @return empty if it asks nobody; one that passes on a mail for information does not
     */
    public static Optional<Situation> of(
            Draft draft, List<ContactHistory> histories, Instant now, ZoneId zone, Policy policy) {
        return ContactHistory.speaking(histories, policy)
                .map(contact -> new Situation(draft, Writing.of(draft.text()), contact, now, zone, policy))
                .filter(situation -> !situation.isForInformation());
    }

    /** Whether it passes on what others wrote, on a thread on which the person was not asked, and has no question of its own. */
    private boolean isForInformation() {
        return Subject.isForward(draft.subject())
                && contact.streaks().isEmpty()
                && writing.sentences().stream().noneMatch(Writing.Said::isQuestion)
                && (streak().isEmpty() || !quotesFirstMail());
    }

    /** The language of the draft; empty where it tells none. */
    public Optional<Locale> language() {
        return Optional.ofNullable(writing.language()).map(Locale::forLanguageTag);
    }

    /** The streak that speaks. */
    public Streak streak() {
        return contact.counting();
    }

    /** Which try this draft is, counted from 1. */
    public int attemptNumber() {
        return continuesAttempt() ? streak().tries() : streak().tries() + 1;
    }

    /** Whether the draft still belongs to the last attempt: same thread, within the hour. */
    public boolean continuesAttempt() {
        Streak onThread = contact.onThread();
        return !onThread.isEmpty()
                && onThread.tries() >= contact.counting().tries()
                && !now.isAfter(onThread.last().sentAt().plus(policy.sameAttempt()));
    }

    /** How many tries there are. */
    public int budget() {
        return contact.budget(policy);
    }

    /**
     * Whether the draft is a further try after an unanswered one, within the budget: what the ladder of waits is for. What
     * is written before a meeting is about the meeting.
     */
    public boolean isFollowUp() {
        return !streak().isEmpty() && !continuesAttempt() && !isPastBudget() && !isMeetingAhead();
    }

    /** Whether the words of the draft are looked at: it is a follow-up that the user wants advice on. */
    public boolean isLinted() {
        return isFollowUp() && !isQuiet();
    }

    /** Whether the draft would spend the budget. */
    public boolean isLastTry() {
        return isFollowUp() && attemptNumber() == budget();
    }

    /** Whether the draft would be a try too many. */
    public boolean isPastBudget() {
        return attemptNumber() > budget();
    }

    /** Whether nothing prompts: the user let go, or wants to hear nothing. */
    public boolean isQuiet() {
        return contact.course().isMuted() || contact.letGoAt() != null;
    }

    /** What this follow-up waits for, or waited for; null if it is none, and where nothing prompts. */
    public Wait waitingFor() {
        return isFollowUp() && !isQuiet() ? contact.waiting(policy, zone) : null;
    }

    /** The day from which this draft is not too early; null if {@link #waitingFor} is. */
    public LocalDate due() {
        Wait wait = waitingFor();
        return wait == null ? null : wait.day();
    }

    /** Whether this follow-up comes before the day it waits for. */
    public boolean isTooEarly() {
        LocalDate due = due();
        return due != null && today().isBefore(due);
    }

    /** Whether "a week or two" is over for this follow-up; the second week begins on the day it waited for. */
    public boolean isOverdue() {
        LocalDate due = due();
        return due != null && today().isAfter(due.plusDays(Math.max(0, policy.outerDays() - daysToWait())));
    }

    /** Whether the user named a deadline that is still to come. */
    public boolean hasDeadline() {
        return contact.course().urgent() != null;
    }

    /** How many days this follow-up waits for an answer to the try before it. */
    public int daysToWait() {
        return policy.daysAfter(streak().tries());
    }

    /** What the article says on the wait before this follow-up. */
    public Passage passageOnWaiting() {
        return attemptNumber() == 2 ? Passage.WAIT_A_WEEK_OR_TWO : Passage.ONE_MORE_WEEK_LAST_TIME;
    }

    /** Whether their last word is a no, and the user agrees that it is one. */
    public boolean isDeclined() {
        return contact.course().isDeclined();
    }

    /**
     * Whether the user is to be asked what the last word means: it reads like a no, or a "not now", and the user has not
     * said. Among people who write to each other all the time neither is news.
     */
    public boolean asksMeaning() {
        Answer answer = contact.course().answer();
        return answer != null
                && !answer.isStated()
                && !contact.established()
                && (answer.meaning() == Meaning.Kind.NO || answer.meaning() == Meaning.Kind.NOT_NOW);
    }

    /** Whether they are to meet on a later day. */
    public boolean isMeetingAhead() {
        return contact.course().isMeetingAfter(today());
    }

    /** Whether they meet today. */
    public boolean isMeetingDay() {
        return today().equals(contact.course().meeting());
    }

    /** Whether they have met and the person has written nothing since the day of the meeting. */
    public boolean isAfterMeeting() {
        return contact.course().isMetBy(today(), zone);
    }

    /** Whether the draft is the first mail after a meeting: a thank-you, which is not pressed. */
    public boolean isThankYou() {
        return isAfterMeeting() && streak().isEmpty() && contact.toPerson().isEmpty();
    }

    /** The user's day. */
    public LocalDate today() {
        return dayOf(now);
    }

    /** Calendar days since the last attempt, 0 for today; the streak must not be empty. */
    public int daysSinceLastAttempt() {
        return (int) ChronoUnit.DAYS.between(lastDay(), today());
    }

    /** The mail to quote: the one that opened the streak, on this thread where it has one; the streak must not be empty. */
    public Mail firstMail() {
        return (contact.onThread().isEmpty() ? streak() : contact.onThread()).first().mail();
    }

    /** Whether the draft contains {@link #firstMail}, as a quote or attached. */
    public boolean quotesFirstMail() {
        return draft.attached().contains(firstMail().id()) || firstMail().sketch().containedIn(draft.text()) >= QUOTED;
    }

    /** The day of the last attempt; the streak must not be empty. */
    public LocalDate lastDay() {
        return dayOf(streak().last().sentAt());
    }

    /** The user's day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
