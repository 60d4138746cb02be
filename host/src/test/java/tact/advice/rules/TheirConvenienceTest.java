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

class TheirConvenienceTest {

    private final TheirConvenience rule = new TheirConvenience();

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Dear Anna, could we meet on Friday at ten in my studio?",
        "Guten Tag Frau Berg, könnten wir uns am Freitag um zehn in meinem Atelier treffen?"
    })
    void finds_a_mail_that_leaves_them_nothing(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.THE_ONE))))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE);
            assertThat(advice.fixes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna, could we meet whenever and wherever it suits you?",
        "Guten Tag Frau Berg, könnten wir uns treffen, wann und wo es Ihnen passt?"
    })
    void is_silent_where_time_and_place_are_theirs(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.IMPORTANT))))).isEmpty();
    }

    @Test
    void names_what_is_missing() {
        assertThat(text("Dear Anna, could we meet in a few weeks?")).isEqualTo("their-convenience.where");
        assertThat(text("Dear Anna, could we meet on Friday? I am glad to come to your office.")).isEqualTo("their-convenience.when");
        assertThat(text("Guten Tag Frau Berg, könnten wir uns in ein paar Wochen treffen?")).isEqualTo("their-convenience.where");
        assertThat(text("Guten Tag Frau Berg, ginge es am Freitag, an einem Ort Ihrer Wahl?")).isEqualTo("their-convenience.when");
    }

    @Test
    void is_content_with_what_it_offers_for_the_missing_half() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String both = Texts.in(language).say("their-convenience.when.sentence") + " "
                    + Texts.in(language).say("their-convenience.where.sentence");
            assertThat(text(Texts.in(language).say("their-convenience.when.sentence"))).isEqualTo("their-convenience.where");
            assertThat(text(Texts.in(language).say("their-convenience.where.sentence"))).isEqualTo("their-convenience.when");
            assertThat(rule.examine(declined(both, List.of(ranked(Priority.THE_ONE))))).isEmpty();
        }
    }

    private String text(String draft) {
        return rule.examine(declined(draft, List.of(ranked(Priority.THE_ONE)))).orElseThrow().text().key();
    }

    @Test
    void is_content_with_the_sentence_it_offers() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(rule.examine(declined(Texts.in(language).say("their-convenience.sentence"), List.of(ranked(Priority.THE_ONE))))).isEmpty();
        }
    }

    @Test
    void is_silent_where_there_is_no_such_mail_to_write() {
        AfterAnswers.assertSilentWithoutOneMailAfterNo(rule);
    }
}
