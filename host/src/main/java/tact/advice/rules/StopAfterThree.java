package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Holds a mail past the budget: the fourth unanswered one in a row. */
public final class StopAfterThree implements Rule {

    @Override
    public String id() {
        return "stop-after-three";
    }

    @Override
    public Severity severity() {
        return Severity.HOLD;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of(Passage.STALKER_STATUS);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isPastBudget()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                id(),
                severity(),
                Phrase.of(
                        "stop-after-three",
                        situation.contact().person().display(),
                        situation.streak().tries()),
                Passage.STALKER_STATUS));
    }
}
