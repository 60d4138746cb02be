package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.Letters.fixed;
import static tact.advice.rules.Letters.second;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tact.Post;
import tact.advice.Situation;
import tact.event.Draft;
import tact.mail.Address;

class MissingNameTest {

    private static final String EN = "\n\nI come back to the portfolio that I sent to you last week. Is it of use?\n\nBest\nLena";
    private static final String DE = "\n\nich komme auf die Mappe zurück, die ich Ihnen geschickt habe. Ist sie von Nutzen?\n\nViele Grüße\nLena";
    private static final String DU = "\n\nich komme auf die Mappe zurück, die ich dir geschickt habe. Kannst du sie brauchen?\n\nViele Grüße\nLena";

    private final MissingName rule = new MissingName();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hi,                            | en | Hi Anna,",
        "Good morning,                  | en | Good morning Anna,",
        "Dear Sir or Madam,             | en | Dear Anna Berg,",
        "To whom it may concern,        | en | Dear Anna Berg,",
        "Hallo,                         | de | Hallo Anna Berg,",
        "Guten Tag,                     | de | Guten Tag Anna Berg,",
        "Sehr geehrte Damen und Herren, | de | Guten Tag Anna Berg,",
        "Hallo,                         | du | Hallo Anna,",
    })
    void puts_the_name_into_the_greeting(String greeting, String letter, String better) {
        String rest = letter.equals("en") ? EN : letter.equals("de") ? DE : DU;
        Situation situation = second(greeting + rest);

        assertThat(fixed(situation, rule.examine(situation).orElseThrow())).isEqualTo(better + rest);
    }

    @Test
    void puts_a_greeting_before_a_letter_without_one() {
        Situation english = second(EN.strip());
        Situation german = second("Ich" + DE.strip().substring(3));
        Situation noun = second("Brücken" + DE.strip().substring(3));
        Situation familiar = second("Ich" + DU.strip().substring(3));

        assertThat(fixed(english, rule.examine(english).orElseThrow())).isEqualTo("Dear Anna Berg," + EN);
        assertThat(fixed(german, rule.examine(german).orElseThrow())).isEqualTo("Guten Tag Anna Berg," + DE);
        assertThat(fixed(noun, rule.examine(noun).orElseThrow())).startsWith("Guten Tag Anna Berg,\n\nBrücken komme");
        assertThat(fixed(familiar, rule.examine(familiar).orElseThrow())).isEqualTo("Hallo Anna," + DU);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Hi Anna,", "Hi there Anna,", "Dear Ms Berg,", "Anna,", "Dear editor,", "Hello everyone,", "Dear all,", "Good morning, Anna!",
        "Dear Annie,"})
    void is_silent_where_somebody_is_named(String greeting) {
        assertThat(rule.examine(second(greeting + EN))).isEmpty();
    }

    @Test
    void is_silent_while_the_greeting_is_being_typed() {
        assertThat(rule.examine(second("Hi"))).isEmpty();
        assertThat(rule.examine(second("Hi,\n\nI"))).isEmpty();
        assertThat(rule.examine(second("I come back to the"))).isEmpty();
    }

    @Test
    void is_silent_where_no_words_tell_the_language() {
        assertThat(rule.examine(second("Hi,\n\nPortfolio Brücken Kiel Hamburg Lübeck Rostock Bremen Husum Wismar Stralsund Emden Cuxhaven"))).isEmpty();
    }

    @Test
    void is_silent_where_the_name_stands_in_the_first_sentence() {
        assertThat(rule.examine(second("Thanks again, Anna, for the time that you took for the harbour pictures at the fair."))).isEmpty();
    }

    @Test
    void is_silent_on_a_mail_to_several_and_on_a_first_mail() {
        assertThat(rule.examine(Letters.with(second("Hi," + EN), draft -> new Draft(
                draft.from(), List.of(Post.ANNA, Post.BORIS), List.of(), List.of(), draft.subject(), draft.references(), draft.text())))).isEmpty();
        assertThat(rule.examine(Letters.first("Hi," + EN))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Anna Berg <anna.berg@verlag.example>              | Anna Berg",
        "\"Berg, Anna\" <a.berg@verlag.example>            | Anna Berg",
        "\"Dr. Anna Berg\" <berg@verlag.example>           | Anna Berg",
        "\"Anna Maria Berg\" <anna.berg@verlag.example>    | Anna Berg",
        "\"Jörg Müller\" <joerg.mueller@verlag.example>    | Jörg Müller",
        "anna.berg@verlag.example                          |",
        "Anna <anna@verlag.example>                        |",
        "\"Verlag Nord\" <info@verlag-nord.example>        |",
        "\"Anna Berg\" <info@verlag.example>               |",
        "\"Team Berg\" <berg@verlag.example>               |",
        "\"Klein Studio\" <klein@kleinstudio.example>      |",
        "ANNA BERG <anna.berg@verlag.example>              |",
        "\"Anna Berg via Forum\" <anna.berg@forum.example> |",
    })
    void trusts_only_a_name_that_is_sure_to_be_a_persons(String address, String name) {
        GreetedName found = GreetedName.of(Address.parse(address));

        assertThat(found == null ? null : found.full()).isEqualTo(name);
    }
}
