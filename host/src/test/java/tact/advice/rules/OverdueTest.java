package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.said;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;

class OverdueTest {

    private final Overdue rule = new Overdue();

    @Test
    void speaks_once_two_weeks_are_over() {
        assertThat(rule.examine(followUp("2026-11-16T23:59", "2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-17T00:00", "2026-11-02T09:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.INFO);
            assertThat(advice.text()).isEqualTo(Phrase.of("overdue", 15, LocalDate.of(2026, 11, 2)));
            assertThat(advice.passage()).isEqualTo(Passage.WAIT_A_WEEK_OR_TWO);
        });
    }

    @Test
    void cites_the_last_week_before_a_last_try() {
        assertThat(rule.examine(followUp("2026-12-01T09:00", "2026-11-02T09:00", "2026-11-09T09:00")))
                .hasValueSatisfying(advice -> assertThat(advice.passage()).isEqualTo(Passage.ONE_MORE_WEEK_LAST_TIME));
    }

    @Test
    void counts_from_the_day_to_which_an_absence_moved_it() {
        List<tact.mail.Mail> away =
                mails(attempt("try1", "2026-11-02T09:00"), answer("o", "2026-11-02T09:01").on("try1").back("2026-11-23"));

        assertThat(rule.examine(Situations.of("2026-12-02T09:00", "", away, List.of()))).isEmpty();
        assertThat(rule.examine(Situations.of("2026-12-03T09:00", "", away, List.of()))).isPresent();
    }

    @Test
    void is_silent_on_a_first_mail_past_the_budget_and_while_a_deadline_is_open() {
        Situation urgent = Situations.of(
                "2026-12-01T09:00",
                "",
                mails(attempt("try1", "2026-11-02T09:00")),
                List.of(said("2026-12-01T08:00", new Claim.Urgent(LocalDate.of(2026, 12, 4), "The print run starts."))));

        assertThat(rule.examine(followUp("2026-12-01T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-12-17T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
        assertThat(rule.examine(urgent)).isEmpty();
    }
}
