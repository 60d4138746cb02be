package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.fixed;
import static tact.advice.rules.Letters.second;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.advice.Situation;

/** With the sentences of {@link LinterTest}. */
class EmptyNudgeTest {

    private final EmptyNudge rule = new EmptyNudge();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hi Anna, just checking in. Best, Lena       | Hi Anna, Is “Portfolio” still of interest? A one-line answer is plenty. Best, Lena",
        "Liebe Anna, ich wollte nur mal nachhaken.   | Liebe Anna, Ist „Portfolio“ noch aktuell? Eine Zeile als Antwort genügt mir.",
    })
    void offers_a_question_that_one_line_answers(String text, String better) {
        Situation situation = second(text);

        assertThat(fixed(situation, rule.examine(situation).orElseThrow())).isEqualTo(better);
    }

    @Test
    void is_silent_where_something_is_asked_besides() {
        assertThat(rule.examine(second("Hi Anna,\n\njust checking in. Would Tuesday at ten suit you?"))).isEmpty();
        assertThat(rule.examine(second("Liebe Anna,\n\nich wollte nur mal nachhaken. Schickst du mir die Liste?"))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Letters.first("Hi Anna, any news?"))).isEmpty();
    }
}
