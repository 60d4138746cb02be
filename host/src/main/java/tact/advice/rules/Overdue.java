package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that the week or two before a follow-up is over, and that it is not too late. */
public final class Overdue implements Rule {

    @Override
    public String id() {
        return "overdue";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of(Passage.WAIT_A_WEEK_OR_TWO, Passage.ONE_MORE_WEEK_LAST_TIME);
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
