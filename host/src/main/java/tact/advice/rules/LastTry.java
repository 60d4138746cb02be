package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that a follow-up is the last one of the budget. */
public final class LastTry implements Rule {

    @Override
    public String id() {
        return "last-try";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of(Passage.ONE_MORE_WEEK_LAST_TIME);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isLastTry()) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                id(), severity(), Phrase.of("last-try"), Passage.ONE_MORE_WEEK_LAST_TIME));
    }
}
