package tact.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.attempt;
import static tact.Post.mails;
import static tact.advice.Situations.followUp;
import static tact.advice.Situations.said;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.advice.Situations;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.tracker.Statement;

class CallInsteadTest {

    private static final Statement URGENT =
            said("2026-11-04T09:00", new Claim.Urgent(LocalDate.of(2026, 11, 10), "The print run starts."));

    private final CallInstead rule = new CallInstead();

    private static Situation followUpWith(String now, Statement... said) {
        return Situations.of(now, "", mails(attempt("try1", "2026-11-02T09:00")), List.of(said));
    }

    @Test
    void speaks_while_the_deadline_is_open() {
        assertThat(rule.examine(followUpWith("2026-11-10T23:59", URGENT))).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.HINT);
            assertThat(advice.text()).isEqualTo(Phrase.of("call-instead", "Anna Berg", LocalDate.of(2026, 11, 10)));
            assertThat(advice.passage()).isEqualTo(Passage.SHORT_CALL);
        });
    }

    @Test
    void is_silent_without_a_deadline_after_it_and_when_it_was_taken_back() {
        assertThat(rule.examine(followUpWith("2026-11-10T09:00"))).isEmpty();
        assertThat(rule.examine(followUpWith("2026-11-11T00:00", URGENT))).isEmpty();
        assertThat(rule.examine(followUpWith(
                        "2026-11-10T09:00", URGENT, said("2026-11-05T09:00", new Claim.TakenBack(ClaimKind.URGENT)))))
                .isEmpty();
    }

    @Test
    void is_silent_on_a_first_mail() {
        assertThat(rule.examine(Situations.of("2026-11-05T09:00", "", List.of(), List.of(URGENT)))).isEmpty();
        assertThat(rule.examine(followUp("2026-11-05T09:00"))).isEmpty();
    }
}
