package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.fixed;
import static tact.advice.rules.Letters.marked;
import static tact.advice.rules.Letters.second;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.advice.Passage;
import tact.advice.Severity;
import tact.advice.Situation;

/** With the sentences of {@link LinterTest}. */
class ReproachTest {

    private final Reproach rule = new Reproach();

    @Test
    void marks_the_words_and_cites_the_article() {
        Situation situation = second("Dear Anna,\n\nI still haven't heard back from you. Would Tuesday suit you?\n\nBest\nLena");

        assertThat(rule.examine(situation)).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.passage()).isEqualTo(Passage.PERSIST_WITHOUT_ANNOYING);
            assertThat(marked(situation, advice)).containsExactly("still haven't heard back from you");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I haven't heard back from you. Would Tuesday suit you?            | I know you have a lot on your plate. Would Tuesday suit you?",
        "Leider habe ich noch keine Antwort von Ihnen. Passt der Dienstag? | Sicher ist gerade viel los. Passt der Dienstag?",
        "Warum antworten Sie nicht? Sie haben mir nicht geantwortet.       | Sicher ist gerade viel los.",
    })
    void offers_understanding_in_place_of_the_reproach(String text, String better) {
        Situation situation = second(text);

        assertThat(fixed(situation, rule.examine(situation).orElseThrow()).strip()).isEqualTo(better);
    }

    @Test
    void offers_nothing_where_words_that_say_something_else_would_be_lost() {
        assertThat(rule.examine(second("I haven't heard back from you, so please tell me whether the hall is free.")).orElseThrow().fixes())
                .isEmpty();
        assertThat(rule.examine(second("On the fair in October we spoke about the harbour book, and I haven't heard back from you."))
                .orElseThrow().fixes()).isEmpty();
    }

    @Test
    void is_silent_on_quotes_and_below_the_closing_words() {
        assertThat(rule.examine(second("Dear Anna,\n\nwould Tuesday suit you?\n\nBest\nLena\n\n> I haven't heard back from you."))).isEmpty();
        assertThat(rule.examine(second("Would Tuesday suit you?\n-- \nLena Vogt\nStill waiting for your answer."))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail_within_the_hour_and_after_letting_go() {
        String text = "Dear Anna,\n\nI haven't heard back from you.";

        assertThat(rule.examine(Letters.first(text))).isEmpty();
        assertThat(rule.examine(Letters.continuing(text))).isEmpty();
        assertThat(rule.examine(Letters.letGo(text))).isEmpty();
    }
}
