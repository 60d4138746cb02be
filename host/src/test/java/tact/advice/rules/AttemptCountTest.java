package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tact.advice.Phrase;
import tact.advice.Severity;

class AttemptCountTest {

    private static final LocalDate NOV_2 = LocalDate.of(2026, 11, 2);

    private final AttemptCount rule = new AttemptCount();

    @Test
    void counts_the_draft_as_the_next_try() {
        assertThat(rule.examine(followUp("2026-11-09T09:00", "2026-11-02T09:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.INFO);
            assertThat(advice.text()).isEqualTo(Phrase.of("attempt-count", 2, 3, "Anna Berg", NOV_2));
        });
        assertThat(rule.examine(followUp("2026-11-16T09:00", "2026-11-02T09:00", "2026-11-09T09:00")))
                .hasValueSatisfying(advice -> assertThat(advice.text()).isEqualTo(Phrase.of("attempt-count", 3, 3, "Anna Berg", NOV_2.plusDays(7))));
    }

    @Test
    void counts_a_mail_within_the_hour_to_the_try_before_it() {
        assertThat(rule.examine(followUp("2026-11-02T09:59", "2026-11-02T09:00")))
                .hasValueSatisfying(advice -> assertThat(advice.text()).isEqualTo(Phrase.of("attempt-count.continues", 1, 3, "Anna Berg", NOV_2)));
        assertThat(rule.examine(followUp("2026-11-16T09:30", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00")))
                .hasValueSatisfying(advice -> assertThat(advice.text()).isEqualTo(Phrase.of("attempt-count.continues", 3, 3, "Anna Berg", NOV_2.plusDays(14))));
    }

    @Test
    void is_silent_on_a_first_mail_and_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-23T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
