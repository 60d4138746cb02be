package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that a follow-up comes at the right time. */
public final class Due extends Rule {

    public Due() {
        super("due", Severity.INFO, Passage.WAIT_A_WEEK_OR_TWO, Passage.ONE_MORE_WEEK_LAST_TIME);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (situation.due() == null || situation.isTooEarly() || situation.isOverdue() || situation.hasDeadline()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("due", situation.daysSinceLastAttempt(), situation.lastDay());
        return Optional.of(new Advice(id(), severity(), text, situation.passageOnWaiting()));
    }
}
