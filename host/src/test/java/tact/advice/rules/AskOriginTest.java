package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.CARLA;
import static tact.Post.LENA;
import static tact.Post.attempt;
import static tact.advice.Situations.said;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import org.junit.jupiter.api.Test;
import tact.Post;
import tact.advice.Choice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.event.Claim;
import tact.event.Priority;
import tact.mail.Meaning;

class AskOriginTest {

    private static final Post INTRODUCTION = attempt("intro", "2026-10-30T09:00").from(CARLA).to(LENA, ANNA).introducing();

    private final AskOrigin rule = new AskOrigin();

    @Test
    void asks_after_a_firm_no_who_made_the_contact() {
        assertThat(rule.examine(declined("", List.of()))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.FOUND_OR_INTRODUCED);
            assertThat(advice.choices()).extracting(Choice::claim)
                    .containsExactly(new Claim.Introduced(null), new Claim.Introduced(null));
            assertThat(advice.choices().get(0).fields()).isEmpty();
            assertThat(advice.choices().get(1).fields()).singleElement().satisfies(field -> {
                assertThat(field.name()).isEqualTo("by");
                assertThat(field.kind()).isEqualTo(Choice.Kind.ADDRESS);
            });
        });
    }

    @Test
    void suggests_who_introduced_them() {
        assertThat(rule.examine(declined("", List.of(), INTRODUCTION))).hasValueSatisfying(advice -> {
            Choice introduced = advice.choices().get(1);
            assertThat(introduced.label()).isEqualTo(Phrase.of("ask-origin.introduced-by", "Carla Reuter"));
            assertThat(introduced.claim()).isEqualTo(new Claim.Introduced(CARLA));
            assertThat(introduced.fields()).as("it may have been somebody else").hasSize(1);
        });
    }

    @Test
    void asks_once() {
        assertThat(rule.examine(declined("", List.of(said("2026-11-04T09:00", new Claim.Introduced(null)))))).isEmpty();
        assertThat(rule.examine(declined("", List.of(said("2026-11-04T09:00", new Claim.Introduced(CARLA)))))).isEmpty();
    }

    @Test
    void does_not_ask_about_one_of_many() {
        assertThat(rule.examine(declined("", List.of(ranked(Priority.ONE_OF_MANY))))).isEmpty();
        assertThat(rule.examine(declined("", List.of(ranked(Priority.IMPORTANT))))).isPresent();
    }

    @Test
    void does_not_ask_while_the_no_is_only_read_or_is_none() {
        for (Meaning.Kind meaning : Meaning.Kind.values()) {
            assertThat(rule.examine(at("2026-11-05T09:00", "", answered(meaning), List.of()))).isEmpty();
        }
    }
}
