package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says which try a follow-up is, of how many. */
public final class AttemptCount implements Rule {

    @Override
    public String id() {
        return "attempt-count";
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (situation.streak().isEmpty() || situation.isPastBudget()) {
            return Optional.empty();
        }
        String key = situation.continuesAttempt() ? "attempt-count.continues" : "attempt-count";
        return Optional.of(new Advice(
                id(),
                Severity.INFO,
                Phrase.of(
                        key,
                        situation.attemptNumber(),
                        situation.policy().budget(),
                        situation.contact().person().display()),
                Passage.THREE_TRIES));
    }
}
