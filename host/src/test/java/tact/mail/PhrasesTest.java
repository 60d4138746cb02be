package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private static final Pattern NAMED = Pattern.compile("<([a-z0-9-]+)>");

    private static String found(String language, String section, String text) {
        Sentence sentence = Sentence.of(text);
        Phrases.Match match = Phrases.of(language, section).in(sentence);
        return match == null ? "-" : String.join(" ", sentence.words().subList(match.first(), match.end()));
    }

    @ParameterizedTest
    @CsvSource({
        "en, later-time, Ask me in late March., in late march",
        "en, later-time, Ask me after the book fair., after the book fair",
        "en, moment, Come on Tuesday at 3 pm., on tuesday at 3 pm",
        "de, moment, Kommen Sie am Donnerstagnachmittag um 15 Uhr., am donnerstagnachmittag um 15 uhr",
        "de, later-time, Fragen Sie Mitte Oktober., mitte oktober"})
    void finds_the_phrases_of_the_sections_that_a_phrase_names(String language, String section, String text, String words) {
        assertThat(found(language, section, text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, no, Nope., nope",
        "en, no, 'Thanks, no.', thanks no",
        "en, no, A nope is not a yes., -",
        "de, busy, Prüfungsstress., pruefungsstress",
        "de, busy, Stressfrei., -"})
    void keeps_to_the_ends_of_clauses_and_words(String language, String section, String text, String words) {
        assertThat(found(language, section, text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, later-time, when the big merger is over, when the big merger is over",
        "en, later-time, 'when I, as they say, who knows how it ends, over', -"})
    void leaves_out_words_of_one_clause_only(String language, String section, String text, String words) {
        assertThat(found(language, section, text)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void names_no_section_that_is_not_there(String language) {
        for (String section : List.of("yes", "unopposed", "would", "no", "cannot", "not-me", "busy", "later-again", "keep", "denies",
                "promises", "undecided", "elsewhere", "now", "moment", "later", "later-time", "near-day", "ask", "time")) {
            assertThat(Phrases.lines(language, section)).as(section).isNotEmpty();
            for (String line : Phrases.lines(language, section)) {
                for (Matcher name = NAMED.matcher(line); name.find();) {
                    assertThat(Phrases.lines(language, name.group(1))).as(line).isNotEmpty();
                }
            }
        }
    }
}
