package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Merci, à demain.
            fr | C'est d'accord.
            fr | Je rentre de vacances le 3.
            pt | De volta no dia 12.
            pt | Obrigado, até amanhã.
            """)
    void a_short_sentence_is_in_its_language(String language, String text) {
        assertThat(Language.of(Sentence.all(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            De retour le 12.
            Absent de 9 à 12.
            Pas de souci, on se voit à 10 h.
            """)
    void words_that_two_languages_share_tell_none(String text) {
        assertThat(Language.of(Sentence.all(text))).isNull();
    }
}
