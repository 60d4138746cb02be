package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.second;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Fix;

class NoRequestTest {

    private final NoRequest rule = new NoRequest();

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio on bridges and harbours. I look forward to hearing from you.\n\n"
                + "Kind regards\nLena Vogt",
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio on bridges and harbours in the north.\n\nLena",
        "Liebe Anna,\n\nich komme auf meine Mail vom 2. November zurück, in der es um meine Mappe mit Hafenbildern ging. Ich freue mich auf Ihre "
                + "Antwort.\n\nHerzliche Grüße\nLena Vogt"})
    void finds_a_finished_letter_that_asks_for_nothing_and_offers_a_question(String text) {
        assertThat(rule.examine(second(text))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isNull();
            assertThat(advice.ranges()).isEmpty();
            assertThat(advice.fixes()).singleElement().isInstanceOf(Fix.AddSentence.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio. I would be glad about a short answer.\n\nKind regards\nLena",
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio. Please let me know what you think.\n\nKind regards\nLena",
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio. Is it of use\nto you?\n\nKind regards\nLena",
        "Liebe Anna,\n\nich komme auf meine Mail vom 2. November wegen der Mappe zurück. Über eine kurze Antwort würde ich mich freuen.\n\n"
                + "Viele Grüße\nLena",
        "Dear Anna,\n\nI come back to my mail of 2 November about the portfolio on bridges and",
        "Dear Anna,\n\nthe attachment.\n\nKind regards\nLena",
        "Dear Anna,\n\njust checking in on my mail of last week with the portfolio on the below.\n\nKind regards\nLena",
        "Bonjour Anna,\n\nje reviens vers vous au sujet de mon portfolio que je vous ai envoyé le 2 novembre, avec les ponts.\n\nLena"})
    void is_silent_where_something_is_asked_or_may_still_be(String text) {
        assertThat(rule.examine(second(text))).isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Letters.first(
                "Dear Anna,\n\nI sent you the portfolio on bridges and harbours that we spoke about at the fair.\n\nKind regards\nLena"))).isEmpty();
    }
}
