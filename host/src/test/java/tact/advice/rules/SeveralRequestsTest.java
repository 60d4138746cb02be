package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.marked;
import static tact.advice.rules.Letters.second;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Situation;

class SeveralRequestsTest {

    private final SeveralRequests rule = new SeveralRequests();

    @Test
    void marks_every_request_after_the_first() {
        Situation situation = second("Dear Anna,\n\ncould you send me the signed contract? And have the printers found the missing page? "
                + "Please also pass my regards and the invoice on to Tom.\n\nBest\nLena");

        assertThat(rule.examine(situation)).hasValueSatisfying(advice -> {
            assertThat(marked(situation, advice)).containsExactly(
                    "And have the printers found the missing page?", "Please also pass my regards and the invoice on to Tom.");
            assertThat(advice.text().arguments()).containsExactly(3);
        });
    }

    @Test
    void finds_them_in_german() {
        assertThat(rule.examine(second("Liebe Anna,\n\nschickst du mir den Vertrag? Und könntest du Tom die Rechnung weiterleiten?\n\nLG Lena")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Could we talk next week? Would Tuesday at ten suit you? Or Wednesday?",
        "Could you send me the contract? If not, who could? Please let me know.",
        "May I come back to my mail of last week? Would you send me the contract?",
        "How are you? Would you send me the contract?",
        "Please find the contract attached. Would you sign it?",
        "Hätten Sie nächste Woche Zeit für ein Gespräch? Passt Ihnen Dienstag um zehn? Oder lieber Mittwoch?",
        "Könnten Sie mir den Vertrag schicken? Falls nicht: Wer könnte es? Bitte geben Sie mir kurz Bescheid.",
        "Wie geht es Ihnen? Würden Sie mir den Vertrag schicken?",
        "Bitte entschuldigen Sie die späte Antwort. Würden Sie mir den Vertrag schicken?"})
    void counts_days_that_are_offered_alternatives_and_asking_for_an_answer_as_one(String text) {
        assertThat(rule.examine(second(text))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Letters.first("Could you send me the contract? Have the printers found the page?"))).isEmpty();
    }
}
