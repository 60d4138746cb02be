package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a follow-up before its week is over, or before the day to which the user put it off, and names the day. */
public final class TooEarly extends Rule {

    public TooEarly() {
        super("too-early", Severity.WARNING, Passage.WAIT_A_WEEK_OR_TWO, Passage.ONE_MORE_WEEK_LAST_TIME);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isTooEarly() || situation.hasDeadline()) {
            return Optional.empty();
        }
        Optional<Advice> found = switch (situation.waitingFor().reason()) {
            case WEEK -> Optional.of(week(situation));
            case SNOOZED -> Optional.of(new Advice(id(), Severity.HINT, Phrase.of("too-early.snoozed", situation.due()), null));
            // They said so themselves: rules of their own speak.
            case ABSENCE, LATER -> Optional.empty();
        };
        return found.map(advice -> advice.fixedBy(List.of(new Fix.SendOn(situation.due()))));
    }

    private Advice week(Situation situation) {
        Phrase text = Phrase.of(
                "too-early", situation.daysSinceLastAttempt(), situation.due(), situation.lastDay(), situation.daysToWait());
        return new Advice(id(), severity(), text, situation.passageOnWaiting());
    }
}
