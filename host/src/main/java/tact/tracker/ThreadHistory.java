package tact.tracker;

import java.util.List;

/**
 * A thread with how it stands with each person that I asked on it.
 *
 * @param people empty if I asked nobody
 */
public record ThreadHistory(MailThread thread, List<ContactHistory> people) {
    public ThreadHistory {
        people = List.copyOf(people);
    }
}
