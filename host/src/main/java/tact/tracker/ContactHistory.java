package tact.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tact.event.Priority;
import tact.mail.Address;
import tact.mail.Meaning;

/**
 * How it stands with one person, on one thread.
 *
 * @param person      with the name they are known by
 * @param alsoAt      their other addresses, by {@link Address#identity}; what was exchanged there is counted too
 * @param streaks     all streaks on the thread, oldest first; empty for a new thread, at most the last one is open
 * @param toPerson    my unanswered attempts on all threads
 * @param established whether they are an established correspondent: their person streak does not count for warnings
 * @param latest      whether it is on this thread that mail was exchanged with them last
 * @param course      what came between besides attempts
 */
public record ContactHistory(
        Address person, List<String> alsoAt, List<EndedStreak> streaks, Streak toPerson, boolean established, boolean latest,
        Course course) {

    public ContactHistory {
        Objects.requireNonNull(person);
        Objects.requireNonNull(toPerson);
        Objects.requireNonNull(course);
        alsoAt = List.copyOf(alsoAt);
        streaks = List.copyOf(streaks);
    }

    /** My unanswered attempts on the thread. */
    public Streak onThread() {
        EndedStreak last = streaks.isEmpty() ? null : streaks.get(streaks.size() - 1);
        return last == null || last.answered() ? Streak.NONE : last.streak();
    }

    /** Whether a human has answered an attempt on the thread. */
    public boolean answered() {
        return streaks.stream().anyMatch(EndedStreak::answered);
    }

    /**
     * Of several people asked, the one with the fewest tries left, which is the one with the longest streak unless somebody declined; of
     * equal ones the longest streak, then who declined, then the first. Who is muted speaks only if all are. Empty if there is none.
     */
    public static Optional<ContactHistory> speaking(List<ContactHistory> people, Policy policy) {
        return people.stream()
                .min(Comparator.comparing((ContactHistory contact) -> contact.course().isMuted())
                        .thenComparing(contact -> contact.budget(policy) - contact.counting().tries())
                        .thenComparing(contact -> -contact.counting().tries())
                        .thenComparing(contact -> !contact.course().isDeclined()));
    }

    /** When the user let go; null if not, or if something has come since. */
    public Instant letGoAt() {
        return course.letGoAt();
    }

    /**
     * How many tries there are: the article's three, or after a firm no one more mail, and none for one of many.
     */
    public int budget(Policy policy) {
        if (!course.isDeclined()) {
            return policy.budget();
        }
        return course.priority() == Priority.ONE_OF_MANY ? 0 : 1;
    }

    /**
     * What the next try waits for: that its week is over, that they are back, that they wanted to be asked again by then, that the user
     * has put it off; of several the last to come.
     *
     * @param zone the user's
     * @return null when nothing is waited for: nothing is unanswered or put off, or the budget is spent
     */
    public Wait waiting(Policy policy, ZoneId zone) {
        int tries = counting().tries();
        if (tries >= budget(policy)) {
            return null;
        }
        return Stream.of(
                        wait(policy.due(counting(), zone), Wait.Reason.WEEK),
                        wait(tries > 0 && course.back() != null ? policy.afterAbsence(course.back()) : null, Wait.Reason.ABSENCE),
                        wait(laterDay(policy, zone), Wait.Reason.LATER),
                        wait(tries > 0 || isNotNow() ? course.snoozedUntil() : null, Wait.Reason.SNOOZED))
                .flatMap(Optional::stream)
                .reduce((one, other) -> other.day().isAfter(one.day()) ? other : one)
                .orElse(null);
    }

    private static Optional<Wait> wait(LocalDate day, Wait.Reason reason) {
        return Optional.ofNullable(day).map(known -> new Wait(known, reason));
    }

    /** The day from which the next try is not too early; null when {@link #waiting} is. */
    public LocalDate due(Policy policy, ZoneId zone) {
        Wait waiting = waiting(policy, zone);
        return waiting == null ? null : waiting.day();
    }

    /** Whether their last word was "not now". */
    public boolean isNotNow() {
        return course.answer() != null && course.answer().meaning() == Meaning.Kind.NOT_NOW;
    }

    /** After a "not now": the day they named, or one in a few weeks; null if their last word was another. */
    private LocalDate laterDay(Policy policy, ZoneId zone) {
        if (!isNotNow()) {
            return null;
        }
        LocalDate named = course.answer().day();
        return named != null ? policy.workingDay(named) : policy.inAFewWeeks(course.answer().at().atZone(zone).toLocalDate());
    }

    /** The streak that warnings go by: the longer one; of two equal ones that with the newer attempt. */
    public Streak counting() {
        Streak onThread = onThread();
        if (established || toPerson.tries() < onThread.tries()) {
            return onThread;
        }
        if (onThread.tries() < toPerson.tries()) {
            return toPerson;
        }
        return onThread.isEmpty() || toPerson.last().sentAt().isAfter(onThread.last().sentAt()) ? toPerson : onThread;
    }

    ContactHistory withCourse(Course other) {
        return new ContactHistory(person, alsoAt, streaks, toPerson, established, latest, other);
    }
}
