package tact.tracker;

import java.util.List;

/**
 * Unanswered attempts in a row.
 *
 * @param attempts oldest first; may be empty
 */
public record Streak(List<Attempt> attempts) {

    /** Nothing is unanswered. */
    public static final Streak NONE = new Streak(List.of());

    public Streak {
        attempts = List.copyOf(attempts);
    }

    /** How many tries are unanswered. */
    public int tries() {
        return attempts.size();
    }

    public boolean isEmpty() {
        return attempts.isEmpty();
    }

    /** @throws IndexOutOfBoundsException if the streak is empty */
    public Attempt first() {
        return attempts.get(0);
    }

    /** @throws IndexOutOfBoundsException if the streak is empty */
    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }
}
