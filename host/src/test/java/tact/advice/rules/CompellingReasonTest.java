package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.advice.rules.AfterAnswers.declined;
import static tact.advice.rules.AfterAnswers.ranked;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tact.advice.Passage;
import tact.event.Priority;

class CompellingReasonTest {

    private final CompellingReason rule = new CompellingReason();

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Dear Anna, thank you. I would still like to meet you.",
        "Guten Tag Frau Berg, danke. Ich würde Sie gern treffen, weil es schön wäre."
    })
    void finds_a_mail_without_a_reason(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.THE_ONE))))).hasValueSatisfying(advice -> {
            assertThat(advice.passage()).isEqualTo(Passage.COMPELLING_REASON);
            assertThat(advice.fixes()).as("a reason cannot be invented").isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Dear Anna, I ask again because your book on bridges made me an engineer.",
        "Guten Tag Frau Berg, ich frage noch einmal, weil Ihr Buch mich zu diesem Beruf gebracht hat."
    })
    void is_silent_where_a_reason_is_given(String text) {
        assertThat(rule.examine(declined(text, List.of(ranked(Priority.IMPORTANT))))).isEmpty();
    }

    @Test
    void is_silent_where_there_is_no_such_mail_to_write() {
        AfterAnswers.assertSilentWithoutOneMailAfterNo(rule);
    }
}
