package tact.tracker;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tact.mail.Address;

/**
 * How it stands with one person, on one thread.
 *
 * @param person      with the name they are known by
 * @param streaks     all streaks on the thread, oldest first; empty for a new thread, at most the last one is open
 * @param toPerson    my unanswered attempts on all threads
 * @param established whether they are an established correspondent: their person streak does not count for warnings
 * @param letGoAt     when the user let go of the attempts that are unanswered; null if not
 */
public record ContactHistory(
        Address person, List<EndedStreak> streaks, Streak toPerson, boolean established, Instant letGoAt) {

    public ContactHistory {
        Objects.requireNonNull(person);
        Objects.requireNonNull(toPerson);
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

    /** Of several people asked, the one with the longest streak; of equal ones the first. Empty if there is none. */
    public static Optional<ContactHistory> speaking(List<ContactHistory> people) {
        // min() keeps the first of equal ones, max() the last.
        return people.stream()
                .min(Comparator.comparing((ContactHistory contact) -> contact.counting().tries()).reversed());
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

    ContactHistory withLetGoAt(Instant at) {
        return new ContactHistory(person, streaks, toPerson, established, at);
    }
}
