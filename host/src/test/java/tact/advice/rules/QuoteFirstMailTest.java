package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import org.junit.jupiter.api.Test;
import tact.advice.Fix;
import tact.advice.Severity;

class QuoteFirstMailTest {

    private static final String[] ONE = {"2026-11-02T09:00"};
    private static final String[] TWO = {"2026-11-02T09:00", "2026-11-09T09:00"};

    private final QuoteFirstMail rule = new QuoteFirstMail();

    @Test
    void offers_to_insert_the_mail_that_opened_the_streak() {
        assertThat(rule.examine(followUp("2026-11-16T09:00", "Dear Anna, a last time.", TWO))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.HINT);
            assertThat(advice.fixes()).singleElement().isInstanceOfSatisfying(
                    Fix.InsertFirstMail.class, fix -> assertThat(fix.mail().id().value()).isEqualTo("try1"));
        });
    }

    @Test
    void is_not_content_with_the_second_mail_alone() {
        String text = "A last time.\n> Dear Anna, may I remind you of my mail below?";

        assertThat(rule.examine(followUp("2026-11-16T09:00", text, TWO))).isPresent();
    }

    @Test
    void is_silent_when_the_draft_contains_the_first_mail_marked_or_rewrapped() {
        String text = "A last time.\n> Dear Anna, may I show you my\n> portfolio on bridges and\n> harbours? Yours, Lena";

        assertThat(rule.examine(followUp("2026-11-16T09:00", text, TWO))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail_within_the_hour_and_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-02T09:10", "The attachment.", ONE))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-23T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
