package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that a follow-up is the last one of the budget. */
public final class LastTry extends Rule {

    public LastTry() {
        super("last-try", Severity.WARNING, Passage.ONE_MORE_WEEK_LAST_TIME);
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
