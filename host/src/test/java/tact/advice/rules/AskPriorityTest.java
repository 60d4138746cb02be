package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.AfterAnswers.answered;
import static tact.advice.rules.AfterAnswers.at;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tact.advice.Choice;
import tact.advice.Passage;
import tact.event.Claim;
import tact.event.Priority;
import tact.mail.Meaning;

class AskPriorityTest {

    private final AskPriority rule = new AskPriority();

    @Test
    void asks_after_a_firm_no() {
        assertThat(rule.examine(declined("", List.of()))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.PRIORITY);
            assertThat(advice.choices()).extracting(Choice::claim).containsExactly(
                    new Claim.Ranked(Priority.THE_ONE), new Claim.Ranked(Priority.IMPORTANT), new Claim.Ranked(Priority.ONE_OF_MANY));
        });
    }

    @ParameterizedTest
    @EnumSource(Priority.class)
    void asks_once(Priority priority) {
        assertThat(rule.examine(declined("", List.of(ranked(priority))))).isEmpty();
    }

    @Test
    void does_not_ask_while_the_no_is_only_read_or_is_none() {
        for (Meaning.Kind meaning : Meaning.Kind.values()) {
            assertThat(rule.examine(at("2026-11-05T09:00", "", answered(meaning), List.of()))).isEmpty();
        }
    }
}
