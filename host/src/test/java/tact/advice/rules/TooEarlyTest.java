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
import tact.Post;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;

class TooEarlyTest {

    private final TooEarly rule = new TooEarly();

    @Test
    void names_the_day_when_a_second_try_is_not_too_early() {
        assertThat(rule.examine(followUp("2026-11-05T09:00", "2026-11-02T22:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.text()).isEqualTo(Phrase.of("too-early", 3, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 2), 7));
            assertThat(advice.passage()).isEqualTo(Passage.WAIT_A_WEEK_OR_TWO);
            assertThat(advice.fixes()).containsExactly(new Fix.SendOn(LocalDate.of(2026, 11, 9)));
        });
    }

    @Test
    void counts_for_a_last_try_from_the_second() {
        assertThat(rule.examine(followUp("2026-11-10T09:00", "2026-11-02T09:00", "2026-11-09T09:00"))).hasValueSatisfying(advice -> {
            assertThat(advice.text()).isEqualTo(Phrase.of("too-early", 1, LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 9), 7));
            assertThat(advice.passage()).isEqualTo(Passage.ONE_MORE_WEEK_LAST_TIME);
        });
    }

    @Test
    void is_silent_from_the_due_day_on_at_any_hour() {
        assertThat(rule.examine(followUp("2026-11-08T23:59", "2026-11-02T22:00"))).isPresent();
        assertThat(rule.examine(followUp("2026-11-09T00:00", "2026-11-02T22:00"))).isEmpty();
    }

    @Test
    void says_that_the_user_put_it_off_and_leaves_the_article_out_of_it() {
        Situation putOff = Situations.of(
                "2026-11-10T09:00",
                "",
                mails(attempt("try1", "2026-11-02T09:00")),
                List.of(said("2026-11-03T09:00", new Claim.Snoozed(LocalDate.of(2026, 11, 18)))));

        assertThat(rule.examine(putOff)).hasValueSatisfying(advice -> {
            assertThat(advice.text()).isEqualTo(Phrase.of("too-early.snoozed", LocalDate.of(2026, 11, 18)));
            assertThat(advice.passage()).isNull();
        });
    }

    @Test
    void does_not_say_a_week_to_one_who_is_away() {
        Post note = answer("o", "2026-11-02T09:01").on("try1").back("2026-11-16");

        assertThat(rule.examine(Situations.of("2026-11-10T09:00", "", mails(attempt("try1", "2026-11-02T09:00"), note), List.of())))
                .isEmpty();
    }

    @Test
    void is_silent_while_a_deadline_is_open() {
        Situation urgent = Situations.of(
                "2026-11-03T09:00",
                "",
                mails(attempt("try1", "2026-11-02T09:00")),
                List.of(said("2026-11-03T08:00", new Claim.Urgent(LocalDate.of(2026, 11, 6), "The print run starts."))));

        assertThat(rule.examine(urgent)).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail_within_the_hour_and_past_the_budget() {
        assertThat(rule.examine(followUp("2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-02T09:30", "2026-11-02T09:00"))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-17T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"))).isEmpty();
    }
}
