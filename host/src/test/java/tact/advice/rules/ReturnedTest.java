package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.Post.bounce;
import static tact.Post.mails;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;

class ReturnedTest {

    private final Returned rule = new Returned();

    private static Situation after(Post... posts) {
        return Situations.of("2026-11-10T09:00", "", mails(posts), List.of());
    }

    @Test
    void says_that_the_last_mail_came_back_and_that_no_try_is_lost() {
        Situation situation = after(attempt("try1", "2026-11-02T09:00"), bounce("b", "2026-11-02T09:01", "try1", ANNA));

        assertThat(rule.examine(situation)).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.text()).isEqualTo(
                    Phrase.of("returned", "Anna Berg", LocalDate.of(2026, 11, 2), "anna.berg@verlag.example"));
        });
        assertThat(situation.attemptNumber()).isEqualTo(1);
    }

    @Test
    void speaks_also_when_an_earlier_try_arrived() {
        assertThat(rule.examine(after(
                        attempt("try1", "2026-11-02T09:00"),
                        attempt("try2", "2026-11-09T09:00").on("try1"),
                        bounce("b", "2026-11-09T09:01", "try2", ANNA))))
                .isPresent();
    }

    @Test
    void is_silent_when_somebody_else_was_not_reached_when_a_later_mail_arrived_and_when_they_wrote_since() {
        Post first = attempt("try1", "2026-11-02T09:00");
        Post back = bounce("b", "2026-11-02T09:01", "try1", ANNA);

        assertThat(rule.examine(after(first.to(ANNA, BORIS), bounce("b", "2026-11-02T09:01", "try1", BORIS)))).isEmpty();
        assertThat(rule.examine(after(first, back, attempt("try2", "2026-11-03T09:00").on("try1")))).isEmpty();
        assertThat(rule.examine(after(first, back, answer("a", "2026-11-04T09:00")))).isEmpty();
    }
}
