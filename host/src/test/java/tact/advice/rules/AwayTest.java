package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;

class AwayTest {

    private final Away rule = new Away();

    /** A follow-up to a try of 2 November that was answered by an absence note. */
    private static Situation away(String now, String back) {
        return Situations.of(
                now,
                "",
                mails(attempt("try1", "2026-11-02T09:00"), answer("o", "2026-11-02T09:01").on("try1").back(back)),
                List.of());
    }

    @Test
    void names_the_third_working_day_of_one_who_is_back_later_than_the_week_is_over() {
        assertThat(rule.examine(away("2026-11-10T09:00", "2026-11-16"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.text()).isEqualTo(
                    Phrase.of("away", "Anna Berg", LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 18)));
            assertThat(advice.passage()).isNull();
            assertThat(advice.fixes()).containsExactly(new Fix.SendOn(LocalDate.of(2026, 11, 18)));
        });
    }

    @Test
    void leaves_one_who_is_just_back_in_peace() {
        assertThat(rule.examine(away("2026-11-17T09:00", "2026-11-16")))
                .hasValueSatisfying(advice -> assertThat(advice.text().key()).isEqualTo("away.just-back"));
        assertThat(rule.examine(away("2026-11-18T09:00", "2026-11-16"))).isEmpty();
    }

    @Test
    void is_silent_where_the_week_is_the_longer_wait_and_without_an_absence() {
        assertThat(rule.examine(away("2026-11-04T09:00", "2026-11-04"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-04T09:00", "2026-11-02T09:00"))).isEmpty();
    }
}
