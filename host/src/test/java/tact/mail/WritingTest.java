package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    private static String at(Writing writing, Writing.Place place) {
        return writing.text().substring(place.start(), place.end());
    }

    private static List<String> sentences(String text) {
        return Writing.of(text).sentences().stream().map(Writing.Said::text).toList();
    }

    @Test
    void finds_phrases_at_their_place_in_the_draft() {
        Writing writing = Writing.of("Liebe Anna,\n\nkönnten Sie mir größere Bilder schicken?\n\nViele Grüße\nLena");

        assertThat(writing.find("request")).extracting(found -> at(writing, found.place())).containsExactly("könnten Sie");
        assertThat(writing.find("request").get(0).wordsBefore()).isZero();
        assertThat(writing.find("request").get(0).wordsAfter()).isEqualTo(4);
    }

    @Test
    void places_survive_wrapped_lines_odd_white_space_and_what_nobody_sees() {
        String text = "\r\n Dear Anna,\r\n\r\n\u200bI would\u00a0like to come back to the portfolio that I sent to you\r\n  on Monday. "
                + "Could\r\nyou   tell me\u200b whether it is of use? 𝄞 Thanks.\r\n";
        Writing writing = Writing.of(text);

        assertThat(writing.sentences()).extracting(said -> at(writing, said.place()).replaceAll("[\\s\\u00a0]+", " "))
                .containsExactly(
                        "I would like to come back to the portfolio that I sent to you on Monday.",
                        "Could you tell me\u200b whether it is of use?",
                        "𝄞 Thanks.");
        assertThat(writing.find("request")).extracting(found -> at(writing, found.place())).containsExactly("Could\r\nyou", "tell me");
    }

    @Test
    void leaves_out_quotes_signature_greeting_and_closing_words_but_not_a_postscript() {
        assertThat(sentences("""
                Dear Anna,

                would Tuesday suit you?

                > Could you send me more?

                I am free all day.

                Best regards
                Lena Vogt
                Please consider the environment.

                P.S. Could you bring the book?

                --\s
                Lena Vogt, could you be my client?

                Am 02.11.2026 um 09:00 schrieb Anna Berg:
                > Could you please call?
                """)).containsExactly("would Tuesday suit you?", "I am free all day.", "P.S. Could you bring the book?");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "\n\n-- \nLena Vogt\nPlease call me.",
        "\n\nAm 02.11.2026 um 09:00 schrieb Anna Berg:\n> Could you please call?",
        "\n\n-------- Forwarded Message --------\nSubject: Portfolio\nDate: Mon, 2 Nov 2026 09:00\nFrom: Anna Berg <anna@verlag.example>\n"
                + "To: Lena\n\nCould you please call?"})
    void of_a_draft_that_says_nothing_yet_is_empty(String text) {
        assertThat(sentences(text)).isEmpty();
    }

    @Test
    void reads_an_answer_below_the_quote() {
        assertThat(sentences("Am 02.11.2026 um 09:00 schrieb Anna Berg:\n> Could you please call?\n\nGern, wann passt es?"))
                .containsExactly("Gern, wann passt es?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Dear Anna,\\n\\nany news?                         | Dear Anna                | any news?",
        "Hi Anna, any news?                                | Hi Anna                  | any news?",
        "Hi Anna any news?                                 | Hi Anna                  | any news?",
        "Hi, any news?                                     | Hi                       | any news?",
        "Hi,\\nany news?                                   | Hi                       | any news?",
        "Good morning, Anna! Any news?                     | Good morning, Anna       | Any news?",
        "Good morning,\\n\\nLena here.                     | Good morning             | Lena here.",
        "Hi, Lena here. Any news?                          | Hi                       | Lena here.",
        "Anna,\\n\\nany news?                              | Anna                     | any news?",
        "Dear Dr. Berg,\\n\\nany news?                     | Dear Dr. Berg            | any news?",
        "Sehr geehrte Frau Dr. von der Berg,\\n\\nwie ist der Stand? | Sehr geehrte Frau Dr. von der Berg | wie ist der Stand?",
        "Guten Morgen, Frau Berg,\\n\\nwie ist der Stand?  | Guten Morgen, Frau Berg  | wie ist der Stand?",
        "Sehr geehrte Damen und Herren,\\n\\nwie ist der Stand? | Sehr geehrte Damen und Herren | wie ist der Stand?",
        "Liebe Anna, lieber Tom,\\n\\nwie ist der Stand?   | Liebe Anna, lieber Tom   | wie ist der Stand?",
        "Hallo Anna! Wie ist der Stand?                    | Hallo Anna               | Wie ist der Stand?",
    })
    void tells_the_greeting_from_the_letter(String text, String greeting, String first) {
        Writing writing = Writing.of(text.replace("\\n", "\n"));

        assertThat(at(writing, writing.greeting().place())).isEqualTo(greeting);
        assertThat(writing.sentences().get(0).text()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Any news?", "I have a question about the portfolio.", "Could you call me?", "Ich habe eine Frage zum Portfolio."})
    void has_no_greeting_where_there_is_none(String text) {
        assertThat(Writing.of(text).greeting()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Best regards\\nLena                   | true",
        "Many thanks and best wishes,\\nLena   | true",
        "Kind regards from Hamburg, Lena       | true",
        "Thanks,\\nLena                        | true",
        "Mit freundlichen Grüßen\\n\\nLena Vogt| true",
        "Viele Grüße aus Hamburg\\nLena        | true",
        "Danke und herzliche Grüße, Lena       | true",
        "LG Lena                               | true",
        "Lena                                  | false",
        "Thank you for the time and the trouble that you took. | false",
        "Vielen Dank für die Bilder.           | false",
    })
    void tells_the_closing_words_from_the_letter(String end, boolean isClosed) {
        assertThat(Writing.of("Dear Anna,\n\nwould Tuesday suit you?\n\n" + end.replace("\\n", "\n")).isClosed()).isEqualTo(isClosed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hallo Anna,\\n\\nKurzfrage?\\n\\nViele Grüße | de",
        "Hi Anna,\\n\\nthoughts?\\n\\nBest regards    | en",
        "Würden Sie mir bitte die Bilder schicken?    | de",
        "Could you please send me the pictures?       | en",
        "Anna?                                        |   ",
    })
    void tells_the_language_by_greeting_and_closing_words_too(String text, String language) {
        assertThat(Writing.of(text.replace("\\n", "\n")).language()).isEqualTo(language);
    }

    @Test
    void a_section_of_what_only_looks_like_it_takes_back_what_it_covers() {
        assertThat(Writing.of("Please find attached the pictures of the bridge.").says("request")).isFalse();
        assertThat(Writing.of("Please find the time to look at the pictures.").says("request")).isFalse();
        assertThat(Writing.of("Please look at the pictures.").says("request")).isTrue();
    }

    @Test
    void a_draft_in_another_language_finds_nothing() {
        Writing writing = Writing.of("Bonjour Anna, je voudrais vous demander si vous avez eu le temps de voir les photos que je vous ai envoyées.");

        assertThat(writing.language()).isEqualTo("fr");
        assertThat(writing.says("request")).isFalse();
    }
}
