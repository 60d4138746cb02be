package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that the week or two before a follow-up is over, and that it is not too late. */
public final class Overdue extends Rule {

    public Overdue() {
        super("overdue", Severity.INFO, Passage.WAIT_A_WEEK_OR_TWO, Passage.ONE_MORE_WEEK_LAST_TIME);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isOverdue() || situation.hasDeadline()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("overdue", situation.daysSinceLastAttempt(), situation.lastDay());
        return Optional.of(new Advice(id(), severity(), text, situation.passageOnWaiting()));
    }
}
