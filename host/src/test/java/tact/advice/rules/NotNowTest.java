package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;
import static tact.advice.rules.AfterAnswers.meant;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Choice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.event.Claim;
import tact.mail.Meaning;
import tact.mail.MessageId;

class NotNowTest {

    private static final Post IN_MARCH = answer("a", "2026-11-03T09:00").on("try1").meaning(Meaning.Kind.NOT_NOW, "2027-03-01");
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final Post THANKS = attempt("try2", "2026-11-03T12:00").on("a");

    private final NotNow rule = new NotNow();

    @Test
    void notes_the_day_on_the_answer_to_it_which_is_not_held_up() {
        assertThat(rule.examine(at("2026-11-03T12:00", "Thanks, I'll come back in March.", IN_MARCH, List.of()))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.INFO);
            assertThat(advice.text()).isEqualTo(Phrase.of("not-now", "Anna Berg", MARCH));
            assertThat(advice.evidence()).isEqualTo(new MessageId("a"));
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(
                    new Claim.Meant(new MessageId("a"), Meaning.Kind.NO),
                    new Claim.Meant(new MessageId("a"), Meaning.Kind.YES),
                    new Claim.Meant(new MessageId("a"), Meaning.Kind.OTHER));
        });
    }

    @Test
    void a_day_that_they_did_not_name_is_in_a_few_weeks() {
        assertThat(rule.examine(at("2026-11-05T09:00", "", answered(Meaning.Kind.NOT_NOW), List.of())))
                .hasValueSatisfying(advice -> assertThat(advice.text())
                        .isEqualTo(Phrase.of("not-now", "Anna Berg", LocalDate.of(2026, 11, 24))));
    }

    @Test
    void a_further_mail_before_that_day_is_too_early() {
        assertThat(rule.examine(at("2026-11-20T09:00", "", IN_MARCH, List.of(), THANKS))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.text()).isEqualTo(Phrase.of("not-now.too-early", "Anna Berg", MARCH));
            assertThat(advice.fixes()).containsExactly(new Fix.SendOn(MARCH));
        });
    }

    @Test
    void when_the_day_has_come_it_says_so_and_leaves_a_further_try_to_the_rule_on_due_mail() {
        assertThat(rule.examine(at("2027-03-01T09:00", "", IN_MARCH, List.of())))
                .hasValueSatisfying(advice -> assertThat(advice.text()).isEqualTo(Phrase.of("not-now.has-come", "Anna Berg", MARCH)));
        assertThat(rule.examine(at("2027-03-01T09:00", "", IN_MARCH, List.of(), THANKS))).isEmpty();
    }

    @Test
    void asks_nothing_once_the_user_said() {
        assertThat(rule.examine(at("2026-11-05T09:00", "", answered(Meaning.Kind.NO), List.of(meant(Meaning.Kind.NOT_NOW)))))
                .hasValueSatisfying(advice -> {
                    assertThat(advice.choices()).isEmpty();
                    assertThat(advice.evidence()).isNull();
                });
    }

    @Test
    void is_silent_on_every_other_answer() {
        for (Meaning.Kind meaning : List.of(Meaning.Kind.YES, Meaning.Kind.NO, Meaning.Kind.OTHER)) {
            assertThat(rule.examine(at("2026-11-05T09:00", "", answered(meaning), List.of()))).isEmpty();
        }
    }

    @Test
    void is_silent_among_people_who_write_to_each_other_all_the_time() {
        assertThat(rule.examine(at(
                        "2026-11-05T09:00", "", IN_MARCH, List.of(),
                        answer("old1", "2026-05-01T09:00"), answer("old2", "2026-06-01T09:00"))))
                .isEmpty();
    }
}
