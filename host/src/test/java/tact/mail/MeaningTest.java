package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    private static Meaning read(String text) {
        List<Sentence> sentences = Sentence.all(NewText.withoutQuotes(NewText.of(text)));
        return Meaning.of(sentences, Language.of(sentences), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "meaning-en.txt", "meaning-en-held-out.txt", "meaning-en-blind.txt", "meaning-en-third.txt", "meaning-en-fourth.txt",
        "meaning-en-fifth.txt", "meaning-en-sixth.txt", "meaning-en-seventh.txt",
        "meaning-en-eighth.txt", "meaning-en-ninth.txt", "meaning-en-tenth.txt", "meaning-en-eleventh.txt",
        "meaning-en-twelfth.txt",
        "meaning-de.txt", "meaning-de-held-out.txt", "meaning-de-blind.txt", "meaning-de-third.txt", "meaning-de-fourth.txt",
        "meaning-de-fifth.txt", "meaning-de-sixth.txt", "meaning-de-seventh.txt", "meaning-de-eighth.txt", "meaning-de-ninth.txt",
        "meaning-de-tenth.txt", "meaning-de-eleventh.txt", "meaning-de-twelfth.txt"})
    void is_precise_and_mostly_found(String file) {
        List<List<String>> rows = Fixtures.rows(file, 2).toList();
        for (Meaning.Kind kind : List.of(Meaning.Kind.YES, Meaning.Kind.NO, Meaning.Kind.NOT_NOW)) {
            List<List<String>> said = rows.stream().filter(row -> read(row.get(1)).kind() == kind).toList();
            long right = said.stream().filter(row -> row.get(0).equals(kind.id())).count();
            long wanted = rows.stream().filter(row -> row.get(0).equals(kind.id())).count();

            assertThat((double) right / said.size()).as("precision of %s in %s", kind, file).isGreaterThanOrEqualTo(0.97);
            assertThat((double) right / wanted).as("recall of %s in %s", kind, file).isGreaterThanOrEqualTo(0.80);
        }
    }

    @ParameterizedTest
    @CsvSource({"meaning-en-thirteenth.txt, 0.94", "meaning-de-thirteenth.txt, 0.85"})
    void is_as_precise_where_nothing_was_learnt(String file, double precisionOfYes) {
        List<List<String>> rows = Fixtures.rows(file, 2).toList();
        for (Meaning.Kind kind : List.of(Meaning.Kind.YES, Meaning.Kind.NO, Meaning.Kind.NOT_NOW)) {
            List<List<String>> said = rows.stream().filter(row -> read(row.get(1)).kind() == kind).toList();
            long right = said.stream().filter(row -> row.get(0).equals(kind.id())).count();

            assertThat((double) right / said.size()).as("precision of %s in %s", kind, file)
                    .isGreaterThanOrEqualTo(kind == Meaning.Kind.YES ? precisionOfYes : 0.97);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void is_weighed_by_what_the_sets_teach(String language) throws IOException {
        try (InputStream kept = LinearModel.class.getResourceAsStream("/tact/models/meaning-" + language + ".txt")) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Training.model(language));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello Lena. No problem, happy to meet. Best, Anna      | yes     | No problem, happy to meet.",
        "Leider habe ich kein Interesse. Viele Grüße            | no      | Leider habe ich kein Interesse.",
        "Danke! Gern, aber leider erst im März.                 | not-now | Gern, aber leider erst im März.",
    })
    void comes_with_the_sentence_that_decided(String text, String kind, String sentence) {
        assertThat(read(text).kind().id()).isEqualTo(kind);
        assertThat(read(text).evidence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I am swamped right now, please try again in March.     | in March",
        "Gern, aber erst nach den Ferien.                       | nach den Ferien",
        "I can't right now, please get back to me in two weeks. | in two weeks",
        "Sehr gern, passt Ihnen Dienstag um 10 Uhr?             | Dienstag um 10 Uhr",
    })
    void comes_with_the_time_that_is_proposed(String text, String time) {
        assertThat(read(text).proposedTime()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "We are not interested right now.                       | not-now",
        "We are not interested.                                 | no",
        "Derzeit haben wir keinen Bedarf.                       | not-now",
        "Wir haben keinen Bedarf.                               | no",
        "I can't do Tuesday. How about Thursday at 3?           | yes",
        "I am too busy this week. Thursday at 3 would work.     | yes",
        "I'm not the right person for this. Please ask Carla.   | other",
        "I'd love to, but I have to ask my boss first.          | other",
        "You wrote \"we accept your offer\". Who is we?         | other",
        "No objections from my side.                            | yes",
    })
    void weighs_what_bounds_it_takes_it_back_or_quotes_it(String text, String kind) {
        assertThat(read(text).kind().id()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "She declined the role last week, so I am told.",
        "The client accepted our quote, by the way.",
        "My neighbours turned the offer down.",
        "Sie hat die Stelle letzte Woche abgelehnt.",
        "Der Kunde hat unser Angebot übrigens angenommen.",
        "Mein Bruder würde gern kommen.",
        "Your colleague told me 'we'd love to join'."})
    void is_not_read_from_what_others_do_or_say(String text) {
        assertThat(read(text).kind()).isEqualTo(Meaning.Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I agree with your analysis of the numbers.",
        "We accept credit cards at the door.",
        "Yes, I did find the key, and no, the door was not locked.",
        "We'll take the train.",
        "My printer doesn't work, can you put it into the mail?",
        "Ihrer Analyse der Zahlen stimme ich zu.",
        "Wir akzeptieren Visa und Mastercard.",
        "Nein, die andere Mappe, die rote."})
    void is_not_read_from_what_is_about_another_matter(String text) {
        assertThat(read(text).kind()).isEqualTo(Meaning.Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "If I were twenty years younger I'd say yes.",
        "I'd have loved to see that.",
        "If you come down with the price, we have a deal.",
        "Should I say yes or no?",
        "Can you send me the documents by Friday?",
        "Oh great, another reminder. You are welcome to send ten more.",
        "Wenn ich jünger wäre, würde ich gern mitmachen.",
        "Vor zehn Jahren hätte ich sofort ja gesagt.",
        "Können Sie mir die Unterlagen bis Freitag schicken?",
        "Na toll, die vierte Mahnung. Kommen Sie doch gleich vorbei."})
    void is_not_read_from_what_is_supposed_asked_or_said_in_jest(String text) {
        assertThat(read(text).kind()).isEqualTo(Meaning.Kind.OTHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Would Thursday at ten suit you?                        | yes",
        "Wann hätten Sie Zeit?                                  | yes",
        "We went with another plumber.                          | no",
        "I'm afraid I have to decline.                          | no",
        "My sister liked it, and I will take it.                | yes",
    })
    void is_read_from_what_the_writer_asks_or_does(String text, String kind) {
        assertThat(read(text).kind().id()).isEqualTo(kind);
    }

    static Stream<String> contradictions() {
        return Stream.of(
                "Happy to meet. I am not interested.",
                "Ich habe kein Interesse. Kommen Sie am Montag vorbei.");
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void is_other_where_two_signs_stand_against_each_other(String text) {
        assertThat(read(text).kind()).isEqualTo(Meaning.Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thanks.\n\nOn Mon, 4 May 2026 at 09:00, Lena <lena@example.org> wrote:\n> I am not interested.\n",
        "> Are you interested?\n\nWhat do you mean?\n",
        "Danke.\n\nVon: Lena Vogt\nGesendet: Montag, 4. Mai 2026\nAn: Anna Berg\nBetreff: Termin\n\nSehr gern, Dienstag passt mir gut.\n"})
    void is_not_read_from_what_is_quoted(String text) {
        assertThat(read(text).kind()).isEqualTo(Meaning.Kind.OTHER);
    }
}
