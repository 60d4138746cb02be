package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says which try a follow-up is, of how many. */
public final class AttemptCount extends Rule {

    public AttemptCount() {
        super("attempt-count", Severity.INFO, Passage.THREE_TRIES);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (situation.streak().isEmpty() || situation.isPastBudget() || situation.isMeetingAhead()) {
            return Optional.empty();
        }
        String key = situation.continuesAttempt() ? "attempt-count.continues" : "attempt-count";
        Phrase text = Phrase.of(
                key,
                situation.attemptNumber(),
                situation.budget(),
                situation.contact().person().display(),
                situation.lastDay());
        return Optional.of(new Advice(id(), severity(), text, Passage.THREE_TRIES));
    }
}
