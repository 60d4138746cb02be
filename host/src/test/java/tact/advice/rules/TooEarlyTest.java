package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;

class TooEarlyTest {

    private final TooEarly rule = new TooEarly();

    @Test
    void names_the_day_when_a_second_try_is_not_too_early() {
        assertThat(rule.examine(followUp("2026-11-05T09:00", "2026-11-02T22:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.text()).isEqualTo(Phrase.of("too-early", 3, LocalDate.of(2026, 11, 9)));
            assertThat(advice.passage()).isEqualTo(Passage.WAIT_A_WEEK_OR_TWO);
        });
    }

    @Test
    void counts_for_a_last_try_from_the_second() {
        assertThat(rule.examine(followUp("2026-11-10T09:00", "2026-11-02T09:00", "2026-11-09T09:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.text()).isEqualTo(Phrase.of("too-early", 1, LocalDate.of(2026, 11, 16)));
            assertThat(advice.passage()).isEqualTo(Passage.ONE_MORE_WEEK_LAST_TIME);
        });
    }

    @Test
    void is_silent_from_the_due_day_on_at_any_hour() {
        assertThat(rule.examine(followUp("2026-11-08T23:59", "2026-11-02T22:00"))).isPresent();
        assertThat(rule.examine(followUp("2026-11-09T00:00", "2026-11-02T22:00"))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail_within_the_hour_and_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-02T09:30", "2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-17T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
