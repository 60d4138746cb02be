package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Passage;
import tact.annotation.Texts;
import tact.event.Priority;

class ThankThemTest {

    private final ThankThem rule = new ThankThem();

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Dear Anna, I would still like to meet you.",
        "Guten Tag Frau Berg, ich würde Sie trotzdem gern treffen."
    })
    void finds_a_mail_without_thanks(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.THE_ONE))))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.THANK_THEM);
            assertThat(advice.fixes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna, thank you for your answer. I would still like to meet you.",
        "Guten Tag Frau Berg, vielen Dank für Ihre Antwort. Ich würde Sie trotzdem gern treffen."
    })
    void is_silent_where_they_are_thanked(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.IMPORTANT))))).isEmpty();
    }

    @Test
    void is_content_with_the_sentence_it_offers() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(rule.examine(declined(Texts.in(language).say("thank-them.sentence"), List.of(ranked(Priority.THE_ONE))))).isEmpty();
        }
    }

    @Test
    void is_silent_where_there_is_no_such_mail_to_write() {
        AfterAnswers.assertSilentWithoutOneMailAfterNo(rule);
    }
}
