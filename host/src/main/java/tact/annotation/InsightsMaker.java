package tact.annotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tact.annotation.Insights.ByAttempt;
import tact.annotation.Insights.ByWeekday;
import tact.annotation.Insights.LetGo;
import tact.annotation.Insights.TimeToAnswer;
import tact.tracker.Outcomes;
import tact.tracker.Outcomes.Tally;

/** What became of all tries to what the user is shown of it, in one language. */
public final class InsightsMaker {

    /** No finding rests on fewer cases. */
    private static final int LEAST = 20;

    /** In days; the bounds between which answers are counted. */
    private static final List<Integer> BOUNDS = List.of(0, 1, 2, 4, 7, 14, 30);

    private static final Tally NONE = new Tally(0, 0);
    private static final double HUNDRED = 100;

    private final Texts texts;

    public InsightsMaker(Texts texts) {
        this.texts = Objects.requireNonNull(texts);
    }

    /** @param behind how many threads are still to be worked out */
    public Insights insights(Outcomes outcomes, int behind) {
        return new Insights(
                LEAST,
                outcomes.streaks(),
                outcomes.byNumber().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new ByAttempt(entry.getKey(), entry.getValue().tries(), entry.getValue().answered()))
                        .toList(),
                timeToAnswer(outcomes.timesToAnswer()),
                medianDays(outcomes.timesToAnswer()),
                Stream.of(DayOfWeek.values())
                        .map(day -> weekday(day, outcomes.byWeekday().getOrDefault(day, NONE)))
                        .toList(),
                new LetGo(outcomes.streaks(), outcomes.letGo()),
                findings(outcomes),
                behind);
    }

    private static ByWeekday weekday(DayOfWeek day, Tally tally) {
        return new ByWeekday(day.getValue(), tally.tries(), tally.answered());
    }

    private static List<TimeToAnswer> timeToAnswer(List<Duration> times) {
        List<TimeToAnswer> bins = new ArrayList<>();
        for (int i = 0; i < BOUNDS.size(); i++) {
            int from = BOUNDS.get(i);
            Integer to = i + 1 < BOUNDS.size() ? BOUNDS.get(i + 1) : null;
            int answers = (int) times.stream().filter(time -> time.toDays() >= from && (to == null || time.toDays() < to)).count();
            bins.add(new TimeToAnswer(from, to, answers));
        }
        return bins;
    }

    /** To a tenth of a day. */
    private static Double medianDays(List<Duration> times) {
        if (times.isEmpty()) {
            return null;
        }
        Duration lower = times.get((times.size() - 1) / 2);
        Duration upper = times.get(times.size() / 2);
        double tenths = (double) lower.plus(upper).dividedBy(2).toMillis() / Duration.ofDays(1).toMillis() * 10;
        return Math.round(tenths) / 10.0;
    }

    private List<String> findings(Outcomes outcomes) {
        List<String> findings = new ArrayList<>();
        outcomes.byNumber().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().tries() >= LEAST)
                .forEach(entry -> findings.add(texts.say(
                        "insight.attempt",
                        entry.getKey(), entry.getValue().tries(), entry.getValue().answered(), percent(entry.getValue()))));
        List<Duration> times = outcomes.timesToAnswer();
        if (times.size() >= LEAST) {
            int days = (int) Math.max(1, Math.ceil(medianDays(times)));
            findings.add(texts.say("insight.time", days, times.size()));
        }
        bestWeekday(outcomes.byWeekday(), findings);
        if (outcomes.streaks() >= LEAST) {
            findings.add(texts.say("insight.let-go", outcomes.letGo(), outcomes.streaks()));
        }
        return findings;
    }

    /** Only a day that is ahead of another one, both with enough cases, is worth naming. */
    private void bestWeekday(Map<DayOfWeek, Tally> byWeekday, List<String> findings) {
        List<Map.Entry<DayOfWeek, Tally>> known = byWeekday.entrySet().stream()
                .filter(entry -> entry.getValue().tries() >= LEAST)
                .sorted(Comparator.comparing((Map.Entry<DayOfWeek, Tally> entry) -> -share(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (known.size() > 1 && percent(known.get(0).getValue()) > percent(known.get(1).getValue())) {
            DayOfWeek day = known.get(0).getKey();
            Tally tally = known.get(0).getValue();
            findings.add(texts.say(
                    "insight.weekday", day.getDisplayName(TextStyle.FULL, texts.language()), tally.tries(), percent(tally)));
        }
    }

    private static double share(Tally tally) {
        return (double) tally.answered() / tally.tries();
    }

    private static int percent(Tally tally) {
        return (int) Math.round(HUNDRED * share(tally));
    }
}
