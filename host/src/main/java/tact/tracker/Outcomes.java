package tact.tracker;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of all tries. A try counts as soon as its outcome is known: it was answered, another one was sent, or two weeks are over.
 *
 * @param streaks       in all
 * @param letGo         those that the user let go
 * @param byNumber      tries by their number in the streak, from 1 on
 * @param byWeekday     tries by the day on which they were sent, where the user is
 * @param timesToAnswer how long the answers took that came by mail, the shortest first
 */
public record Outcomes(
        int streaks, int letGo, Map<Integer, Tally> byNumber, Map<DayOfWeek, Tally> byWeekday, List<Duration> timesToAnswer) {

    public Outcomes {
        byNumber = Map.copyOf(byNumber);
        byWeekday = Map.copyOf(byWeekday);
        timesToAnswer = List.copyOf(timesToAnswer);
    }

    /** Tries, and how many of them were answered. */
    public record Tally(int tries, int answered) {}
}
