package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.fixed;
import static tact.advice.rules.Letters.marked;
import static tact.advice.rules.Letters.second;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.Post;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;
import tact.tracker.Statement;

/** With the sentences of {@link LinterTest}. */
class PressureTest {

    private final Pressure rule = new Pressure();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Please reply to me ASAP.                         | Please reply to me in the next few days.",
        "Could you send me the list by tomorrow?          | Could you send me the list in the next few days?",
        "I would be grateful for an immediate answer.     | I would be grateful for a short answer.",
        "I urgently need your decision.                   | I  need your decision.",
        "Bitte melden Sie sich umgehend bei mir.          | Bitte melden Sie sich in den nächsten Tagen bei mir.",
        "Könnten Sie mir die Liste bis morgen schicken?   | Könnten Sie mir die Liste in den nächsten Tagen schicken?",
        "Ich bitte um umgehende Rückmeldung.              | Ich bitte um kurze Rückmeldung.",
    })
    void offers_words_that_do_not_press(String text, String better) {
        Situation situation = second(text);

        assertThat(fixed(situation, rule.examine(situation).orElseThrow())).isEqualTo(better);
    }

    @Test
    void marks_each_place_once_in_their_order() {
        Situation situation = second("This is very urgent. Please reply immediately, I need your answer by tomorrow.");

        assertThat(marked(situation, rule.examine(situation).orElseThrow()))
                .containsExactly("This is very urgent", "immediately", "by tomorrow");
    }

    @Test
    void is_silent_where_the_user_named_a_deadline() {
        Statement urgent = new Statement(
                Post.at("2026-11-10T09:00"), new Claim.Urgent(LocalDate.parse("2026-11-13"), "The catalogue goes to print."), Post.ANNA, List.of());

        assertThat(rule.examine(Situations.of(
                "2026-11-11T09:00", "Please reply ASAP.", Post.mails(Post.attempt("try1", "2026-11-02T09:00")), List.of(urgent)))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Letters.first("Please reply ASAP."))).isEmpty();
    }
}
