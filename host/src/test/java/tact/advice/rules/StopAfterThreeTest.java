package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.answer;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.letGo;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situations;
import tact.mail.AuthorKind;

class StopAfterThreeTest {

    private static final String[] THREE = {"2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00"};
    private static final List<Post> TRIES = List.of(
            attempt("try1", THREE[0]), attempt("try2", THREE[1]).on("try1"), attempt("try3", THREE[2]).on("try2"));

    private final StopAfterThree rule = new StopAfterThree();

    @Test
    void holds_the_fourth_and_every_later_one_however_long_ago_the_third_was() {
        assertThat(rule.examine(followUp("2026-11-23T09:00", THREE)))
                .hasValueSatisfying(advice -> assertThat(advice.severity()).isEqualTo(Severity.HOLD));
        assertThat(rule.examine(followUp("2027-11-01T09:00", THREE))).isPresent();
        assertThat(rule.examine(followUp("2026-12-23T09:00", THREE[0], THREE[1], THREE[2], "2026-11-23T09:00"))).isPresent();
    }

    @Test
    void lets_the_first_three_pass_and_what_belongs_to_the_third() {
        assertThat(rule.examine(followUp("2026-11-16T09:00", THREE[0], THREE[1]))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-16T10:00", THREE))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-16T10:00:01", THREE))).isPresent();
    }

    @Test
    void lets_everything_pass_after_an_answer_but_not_after_an_auto_reply() {
        Post answer = answer("a", "2026-11-17T09:00").on("try3");

        assertThat(rule.examine(after(answer))).isEmpty();
        assertThat(rule.examine(after(answer.kind(AuthorKind.AUTO_REPLY)))).isPresent();
    }

    @Test
    void still_holds_after_the_user_let_go() {
        assertThat(rule.examine(Situations.of(
                        "2026-12-23T09:00", "", TRIES.stream().map(Post::mail).toList(), List.of(letGo("2026-11-23T09:00")))))
                .hasValueSatisfying(advice -> {
                    assertThat(advice.text())
                            .isEqualTo(Phrase.of("stop-after-three.let-go", "Anna Berg", LocalDate.of(2026, 11, 23)));
                    assertThat(advice.passage()).isEqualTo(Passage.LET_GO);
                });
    }

    private static tact.advice.Situation after(Post answer) {
        return Situations.of("2026-11-23T09:00", "", mails(TRIES.get(0), TRIES.get(1), TRIES.get(2), answer), List.of());
    }
}
