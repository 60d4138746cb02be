package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
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
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of(Passage.THREE_TRIES);
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
