package tact.annotation;

import java.util.List;

/**
 * What became of the user's tries so far. The fields are PROTOCOL.md's.
 *
 * @param least        no finding rests on fewer cases
 * @param cases        streaks in all
 * @param byAttempt    by the number of the try in its streak, from 1
 * @param timeToAnswer how long answers took, by bounds that follow each other
 * @param medianDays   half of the answers took no longer; null when there is none
 * @param weekdays     by the day on which the try was sent, all seven
 * @param findings     sentences in the user's language; empty if there is too little to say
 * @param behind       how many threads are still to be worked out; 0 when all are known
 */
public record Insights(
        int least,
        int cases,
        List<ByAttempt> byAttempt,
        List<TimeToAnswer> timeToAnswer,
        Double medianDays,
        List<ByWeekday> weekdays,
        LetGo letGo,
        List<String> findings,
        int behind) {

    public Insights {
        byAttempt = List.copyOf(byAttempt);
        timeToAnswer = List.copyOf(timeToAnswer);
        weekdays = List.copyOf(weekdays);
        findings = List.copyOf(findings);
    }

    /**
     * Tries of one number.
     *
     * @param tries    whose outcome is known
     * @param answered those that were answered before another one was sent
     */
    public record ByAttempt(int attempt, int tries, int answered) {}

    /**
     * Answers by the time they took.
     *
     * @param fromDays days since the try, at least
     * @param toDays   fewer days than this; null: no bound
     */
    public record TimeToAnswer(int fromDays, Integer toDays, int answers) {}

    /**
     * Tries by weekday.
     *
     * @param day by ISO 8601, 1 for Monday to 7 for Sunday, where the user is
     */
    public record ByWeekday(int day, int tries, int answered) {}

    /**
     * What was let go.
     *
     * @param cases streaks in all
     * @param letGo those that the user let go
     */
    public record LetGo(int cases, int letGo) {}
}
