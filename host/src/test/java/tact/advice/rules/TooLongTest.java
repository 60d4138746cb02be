package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.second;

import org.junit.jupiter.api.Test;

class TooLongTest {

    private static final String WORDS = "Brücken und Häfen im Norden. ";

    private final TooLong rule = new TooLong();

    @Test
    void finds_more_than_125_words() {
        assertThat(rule.examine(second("Liebe Anna,\n\n" + WORDS.repeat(25) + "\n\nViele Grüße\nLena"))).isEmpty();
        assertThat(rule.examine(second("Liebe Anna,\n\n" + WORDS.repeat(25) + "Ja.\n\nViele Grüße\nLena"))).hasValueSatisfying(
                advice -> assertThat(advice.text().arguments()).containsExactly(126, 125));
    }

    @Test
    void quotes_and_signature_do_not_count() {
        assertThat(rule.examine(second("Liebe Anna, passt das?\n\nViele Grüße\nLena\n\n-- \n" + WORDS.repeat(25)))).isEmpty();
        assertThat(rule.examine(second("Liebe Anna, passt das?\n\nAm 02.11.2026 um 09:00 schrieb Lena Vogt:\n" + ("> " + WORDS + "\n").repeat(40))))
                .isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Letters.first(WORDS.repeat(40)))).isEmpty();
    }
}
