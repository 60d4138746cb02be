package tact.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tact.annotation.Insights.ByAttempt;
import tact.annotation.Insights.ByWeekday;
import tact.annotation.Insights.LetGo;
import tact.annotation.Insights.TimeToAnswer;
import tact.tracker.Outcomes;
import tact.tracker.Outcomes.Tally;

/** What is said of all tries, and what is not while there are too few of them. */
class InsightsMakerTest {

    private static Insights english(Outcomes outcomes) {
        return new InsightsMaker(Texts.in(Locale.UK)).insights(outcomes, 0);
    }

    private static Insights german(Outcomes outcomes) {
        return new InsightsMaker(Texts.in(Locale.GERMANY)).insights(outcomes, 0);
    }

    private static Outcomes byNumber(Map<Integer, Tally> tallies) {
        return new Outcomes(0, 0, tallies, Map.of(), List.of());
    }

    private static Outcomes byWeekday(Map<DayOfWeek, Tally> tallies) {
        return new Outcomes(0, 0, Map.of(), tallies, List.of());
    }

    private static Outcomes answeredAfter(Duration... times) {
        return new Outcomes(0, 0, Map.of(), Map.of(), List.of(times));
    }

    private static Outcomes answeredAfter(int count, Duration time) {
        return new Outcomes(0, 0, Map.of(), Map.of(), IntStream.range(0, count).mapToObj(i -> time).toList());
    }

    private static Outcomes letGo(int streaks, int letGo) {
        return new Outcomes(streaks, letGo, Map.of(), Map.of(), List.of());
    }

    @Test
    void of_nothing_there_is_nothing_to_say() {
        Insights nothing = new InsightsMaker(Texts.in(Locale.UK)).insights(letGo(0, 0), 7);

        assertThat(nothing.least()).isEqualTo(20);
        assertThat(nothing.cases()).isZero();
        assertThat(nothing.byAttempt()).isEmpty();
        assertThat(nothing.timeToAnswer()).hasSize(7).allMatch(span -> span.answers() == 0);
        assertThat(nothing.medianDays()).isNull();
        assertThat(nothing.weekdays()).hasSize(7).allMatch(day -> day.tries() == 0 && day.answered() == 0);
        assertThat(nothing.letGo()).isEqualTo(new LetGo(0, 0));
        assertThat(nothing.findings()).isEmpty();
        assertThat(nothing.behind()).isEqualTo(7);
    }

    @Nested
    class Times_to_answer {

        @Test
        void the_median_is_the_middle_one_or_halfway_between_the_two_to_a_tenth_of_a_day() {
            assertThat(english(answeredAfter(Duration.ofHours(6))).medianDays()).isEqualTo(0.3);
            assertThat(english(answeredAfter(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(90))).medianDays())
                    .isEqualTo(2);
            assertThat(english(answeredAfter(Duration.ofDays(1), Duration.ofDays(2))).medianDays()).isEqualTo(1.5);
            assertThat(english(answeredAfter(Duration.ZERO, Duration.ZERO)).medianDays()).isZero();
        }

        @Test
        void each_falls_into_one_span_from_its_first_day_up_to_the_next_ones() {
            Insights insights = english(answeredAfter(
                    Duration.ZERO, Duration.ofDays(1).minusMillis(1),
                    Duration.ofDays(1),
                    Duration.ofDays(2), Duration.ofDays(4).minusMillis(1),
                    Duration.ofDays(4),
                    Duration.ofDays(7), Duration.ofDays(13),
                    Duration.ofDays(14),
                    Duration.ofDays(30), Duration.ofDays(400)));

            assertThat(insights.timeToAnswer()).containsExactly(
                    new TimeToAnswer(0, 1, 2),
                    new TimeToAnswer(1, 2, 1),
                    new TimeToAnswer(2, 4, 2),
                    new TimeToAnswer(4, 7, 1),
                    new TimeToAnswer(7, 14, 2),
                    new TimeToAnswer(14, 30, 1),
                    new TimeToAnswer(30, null, 2));
        }

        @Test
        void from_twenty_on_it_is_said_within_how_many_days_half_of_them_came() {
            assertThat(english(answeredAfter(19, Duration.ofDays(3))).findings()).isEmpty();
            assertThat(english(answeredAfter(20, Duration.ofHours(60))).findings())
                    .containsExactly("Half of 20 answers came within 3 days.");
            assertThat(english(answeredAfter(21, Duration.ofHours(2))).findings())
                    .containsExactly("Half of 21 answers came within a day.");
            assertThat(german(answeredAfter(20, Duration.ofHours(60))).findings())
                    .containsExactly("Die Hälfte von 20 Antworten kam in höchstens 3 Tagen.");
            assertThat(german(answeredAfter(20, Duration.ofHours(2))).findings())
                    .containsExactly("Die Hälfte von 20 Antworten kam binnen eines Tages.");
        }
    }

    @Nested
    class Tries_by_number {

        @Test
        void they_come_in_their_order() {
            Outcomes outcomes = byNumber(Map.of(3, new Tally(1, 0), 1, new Tally(9, 4), 2, new Tally(5, 2)));

            assertThat(english(outcomes).byAttempt())
                    .containsExactly(new ByAttempt(1, 9, 4), new ByAttempt(2, 5, 2), new ByAttempt(3, 1, 0));
        }

        @Test
        void from_twenty_on_it_is_said_how_many_were_answered() {
            Outcomes outcomes = byNumber(Map.of(1, new Tally(40, 13), 2, new Tally(20, 1), 3, new Tally(19, 19)));

            assertThat(english(outcomes).findings()).containsExactly(
                    "First tries: 13 of 40 were answered (33%).",
                    "Second tries: 1 of 20 was answered (5%).");
            assertThat(german(outcomes).findings()).containsExactly(
                    "Erste Versuche: 13 von 40 wurden beantwortet (33\u00a0%).",
                    "Zweite Versuche: 1 von 20 wurde beantwortet (5\u00a0%).");
        }

        @Test
        void with_a_larger_budget_each_later_one_is_called_by_its_number() {
            Outcomes outcomes = byNumber(Map.of(3, new Tally(20, 2), 4, new Tally(20, 0), 5, new Tally(25, 5)));

            assertThat(english(outcomes).findings()).containsExactly(
                    "Third tries: 2 of 20 were answered (10%).",
                    "Try 4: none of 20 was answered (0%).",
                    "Try 5: 5 of 25 were answered (20%).");
            assertThat(german(outcomes).findings()).containsExactly(
                    "Dritte Versuche: 2 von 20 wurden beantwortet (10\u00a0%).",
                    "Versuch 4: keiner von 20 wurde beantwortet (0\u00a0%).",
                    "Versuch 5: 5 von 25 wurden beantwortet (20\u00a0%).");
        }
    }

    @Nested
    class Weekdays {

        @Test
        void all_seven_are_there_from_Monday_on() {
            Outcomes outcomes = byWeekday(
                    Map.of(DayOfWeek.TUESDAY, new Tally(3, 1), DayOfWeek.SUNDAY, new Tally(1, 1)));
            List<ByWeekday> weekdays = english(outcomes).weekdays();

            assertThat(weekdays).extracting(ByWeekday::day).containsExactly(1, 2, 3, 4, 5, 6, 7);
            assertThat(weekdays).contains(new ByWeekday(1, 0, 0), new ByWeekday(2, 3, 1), new ByWeekday(7, 1, 1));
        }

        @Test
        void the_best_one_is_named_where_another_one_with_twenty_tries_is_behind_it() {
            Outcomes outcomes = byWeekday(Map.of(
                    DayOfWeek.MONDAY, new Tally(20, 5),
                    DayOfWeek.TUESDAY, new Tally(24, 12),
                    DayOfWeek.FRIDAY, new Tally(19, 19)));

            assertThat(english(outcomes).findings())
                    .containsExactly("Tries sent on a Tuesday were answered most often: 50% of 24.");
            assertThat(german(outcomes).findings())
                    .containsExactly("Am häufigsten wurden Versuche beantwortet, die an einem Dienstag gesendet "
                            + "wurden: 50\u00a0% von 24.");
        }

        @Test
        void one_alone_or_several_alike_are_not_worth_naming() {
            assertThat(english(byWeekday(Map.of(DayOfWeek.MONDAY, new Tally(200, 5)))).findings()).isEmpty();
            Outcomes alike = byWeekday(Map.of(DayOfWeek.MONDAY, new Tally(20, 5), DayOfWeek.TUESDAY, new Tally(40, 10)));
            assertThat(english(alike).findings()).isEmpty();
        }
    }

    @Test
    void from_twenty_requests_on_it_is_said_how_many_were_let_go() {
        assertThat(english(letGo(19, 19)).findings()).isEmpty();
        assertThat(english(letGo(20, 4)).letGo()).isEqualTo(new LetGo(20, 4));
        assertThat(english(letGo(20, 4)).findings()).containsExactly("You let go of 4 of 20 requests.");
        assertThat(german(letGo(20, 4)).findings()).containsExactly("Sie haben 4 von 20 Anfragen losgelassen.");
    }

    @Test
    void no_two_findings_open_alike() {
        Outcomes much = new Outcomes(
                500, 3,
                Map.of(
                        1, new Tally(500, 200),
                        2, new Tally(200, 50),
                        3, new Tally(90, 9),
                        4, new Tally(40, 4),
                        9, new Tally(20, 1)),
                Map.of(DayOfWeek.MONDAY, new Tally(400, 100), DayOfWeek.FRIDAY, new Tally(300, 10)),
                IntStream.range(0, 200).mapToObj(Duration::ofHours).toList());

        for (Insights insights : List.of(english(much), german(much))) {
            Stream<String> openings = insights.findings().stream().map(finding -> finding.substring(0, 9));
            assertThat(openings).doesNotHaveDuplicates().hasSize(8);
        }
    }
}
