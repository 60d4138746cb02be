package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;

class DueTest {

    private final Due rule = new Due();

    @Test
    void speaks_from_the_due_day_on() {
        assertThat(rule.examine(followUp("2026-11-09T00:00", "2026-11-02T09:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.INFO);
            assertThat(advice.text()).isEqualTo(Phrase.of("due", 7, LocalDate.of(2026, 11, 2)));
            assertThat(advice.passage()).isEqualTo(Passage.WAIT_A_WEEK_OR_TWO);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-03T09:00", "2026-11-08T23:59", "2026-11-09T00:00", "2026-11-16T23:59", "2026-11-17T00:00", "2027-03-01T09:00"})
    void of_too_early_due_and_overdue_exactly_one_speaks(String now) {
        Situation situation = followUp(now, "2026-11-02T09:00");

        assertThat(Stream.of(rule, new TooEarly(), new Overdue()).map(one -> one.examine(situation)).filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void is_silent_on_a_first_mail_and_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-12-17T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
