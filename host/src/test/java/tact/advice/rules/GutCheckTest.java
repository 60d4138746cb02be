package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.advice.Choice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.event.Claim;
import tact.event.Outcome;
import tact.event.Priority;
import tact.tracker.Statement;

class GutCheckTest {

    private static final String[] THREE = {"2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"};

    private final GutCheck rule = new GutCheck();

    @Test
    void asks_before_a_last_try_and_offers_to_let_go_or_to_wait_a_week() {
        assertThat(rule.examine(followUp("2026-11-20T09:00", THREE[0], THREE[1]))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.GUT_CHECK);
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(new Claim.Decided(Outcome.LET_GO));
            assertThat(advice.fixes()).containsExactly(new Fix.SendOn(LocalDate.of(2026, 11, 27)));
        });
    }

    @Test
    void waits_no_shorter_than_until_the_mail_is_due_and_for_a_working_day() {
        assertThat(rule.examine(followUp("2026-11-14T09:00", THREE[0], THREE[1])))
                .hasValueSatisfying(advice -> assertThat(advice.fixes()).containsExactly(new Fix.SendOn(LocalDate.of(2026, 11, 23))));
    }

    @Test
    void asks_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-23T09:00", THREE))).isPresent();
    }

    @Test
    void is_silent_on_the_first_and_the_second_and_within_the_hour_of_the_third() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-09T09:00", THREE[0]))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-16T09:30", THREE))).isEmpty();
    }

    @Test
    void after_a_firm_no_it_offers_to_let_go_but_not_to_wait_and_leaves_a_mere_thank_you_alone() {
        List<Statement> oneOfMany = List.of(AfterAnswers.ranked(Priority.ONE_OF_MANY));

        assertThat(rule.examine(AfterAnswers.declined("Dear Anna, could we meet all the same?", oneOfMany))).hasValueSatisfying(advice -> {
            assertThat(advice.choices()).hasSize(1);
            assertThat(advice.fixes()).isEmpty();
        });
        assertThat(rule.examine(AfterAnswers.declined("Dear Anna, thank you for your answer.", oneOfMany))).isEmpty();
    }
}
