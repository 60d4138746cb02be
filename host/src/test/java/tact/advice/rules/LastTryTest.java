package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import org.junit.jupiter.api.Test;
import tact.advice.Severity;

class LastTryTest {

    private final LastTry rule = new LastTry();

    @Test
    void speaks_on_the_third() {
        assertThat(rule.examine(followUp("2026-11-16T09:00", "2026-11-02T09:00", "2026-11-09T09:00")))
                .hasValueSatisfying(advice -> assertThat(advice.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void is_silent_on_the_first_the_second_and_the_fourth() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-09T09:00", "2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-23T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }

    @Test
    void is_silent_on_what_still_belongs_to_the_third() {
        assertThat(rule.examine(followUp("2026-11-16T09:30", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
