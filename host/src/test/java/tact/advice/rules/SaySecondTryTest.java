package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.newMail;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rulebook;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.annotation.Texts;
import tact.mail.Writing;

class SaySecondTryTest {

    private static final String NOW = "2026-11-12T09:00";
    private static final String FIRST = "2026-11-02T09:00";

    private final SaySecondTry rule = new SaySecondTry();

    @Test
    void offers_the_first_mail_its_subject_and_a_sentence() {
        assertThat(rule.examine(newMail(NOW, "Question", "Dear Anna, would ten minutes suit you?", FIRST)))
                .hasValueSatisfying(advice -> {
                    assertThat(advice.severity()).isEqualTo(Severity.HINT);
                    assertThat(advice.passage()).isEqualTo(Passage.INCLUDE_THE_FIRST_MAIL);
                    assertThat(advice.fixes()).satisfiesExactly(
                            quote -> assertThat(quote).isInstanceOf(Fix.InsertFirstMail.class),
                            subject -> assertThat(subject).isEqualTo(new Fix.SetSubject("Re: Portfolio")),
                            sentence -> assertThat(sentence).isEqualTo(
                                    new Fix.AddSentence(Phrase.of("say-second-try.sentence", LocalDate.of(2026, 11, 2)))));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna,\n\nwould ten minutes suit you?\n\nLena",
        "Dear Anna,\n\nthank you again for the lovely exhibition. Would ten minutes suit you?\n\nLena",
        "Liebe Anna,\n\npassen Ihnen zehn Minuten in der nächsten Woche?\n\nViele Grüße\nLena",
        "Sehr geehrte Frau Berg,\n\nich möchte Ihnen gern meine Bilder vom Hafen zeigen. Wann passt es Ihnen?\n\nLena Vogt",
    })
    void speaks_where_no_word_says_so(String text) {
        assertThat(rule.examine(newMail(NOW, "Question", text, FIRST))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna,\n\nI am writing to you once more about the portfolio.\n\nLena",
        "Dear Anna,\n\nI am following up on my portfolio. Would ten minutes suit you?\n\nLena",
        "Dear Anna,\n\nmay I ask again whether ten minutes would suit you?\n\nLena",
        "Dear Anna,\n\nI wrote to you two weeks ago about my pictures. Would ten minutes suit you?\n\nLena",
        "Dear Anna,\n\na short reminder of my question about the pictures.\n\nLena",
        "Liebe Anna,\n\nich melde mich noch einmal wegen der Bilder vom Hafen.\n\nLena",
        "Liebe Frau Berg,\n\nich möchte kurz nachfragen, ob Ihnen zehn Minuten passen.\n\nLena",
        "Liebe Frau Berg,\n\nich hatte Ihnen vor zwei Wochen wegen der Bilder geschrieben. Passt es Ihnen?\n\nLena",
        "Liebe Frau Berg,\n\nvielleicht ist meine Mail vom 2. November untergegangen. Passt es Ihnen?\n\nLena",
        "Liebe Frau Berg,\n\nich versuche es erneut: Passen Ihnen zehn Minuten?\n\nLena",
    })
    void is_silent_where_a_word_says_so(String text) {
        assertThat(rule.examine(newMail(NOW, "Question", text, FIRST))).isEmpty();
    }

    @Test
    void is_silent_where_the_subject_or_a_quote_shows_it_and_in_a_language_it_cannot_read() {
        assertThat(rule.examine(followUp(NOW, FIRST))).isEmpty();
        assertThat(rule.examine(newMail(
                        NOW, "Question", "A question.\n\n> Dear Anna, may I show you my\n> portfolio on bridges and harbours?", FIRST)))
                .isEmpty();
        assertThat(rule.examine(newMail(
                        NOW, "Question", "Chère Anna, est-ce que dix minutes la semaine prochaine vous conviendraient pour les photos ?", FIRST)))
                .isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(newMail(NOW, "Question", "Dear Anna, would ten minutes suit you?"))).isEmpty();
    }

    @Test
    void either_it_or_quote_first_mail_speaks() {
        Situation silent = newMail(NOW, "Question", "Dear Anna, would ten minutes suit you?", FIRST);
        Situation said = newMail(NOW, "Question", "Dear Anna, may I ask again for ten minutes?", FIRST);

        assertThat(Rulebook.examine(silent)).extracting(Advice::rule).contains("say-second-try").doesNotContain("quote-first-mail");
        assertThat(Rulebook.examine(said)).extracting(Advice::rule).contains("quote-first-mail").doesNotContain("say-second-try");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void the_sentence_it_offers_settles_it_and_annoys_nobody(String language) {
        String sentence = Texts.in(Locale.forLanguageTag(language)).say("say-second-try.sentence", LocalDate.of(2026, 11, 2));
        Writing writing = Writing.of(sentence);

        assertThat(writing.says("second-try")).isTrue();
        assertThat(writing.says("reproach") || writing.says("pressing") || writing.says("empty-nudge")).isFalse();
    }
}
