package tact.advice.rules;

import java.time.LocalDate;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a follow-up before its week is over, and names the day when it is. */
public final class TooEarly implements Rule {

    @Override
    public String id() {
        return "too-early";
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        LocalDate due = situation.due();
        if (due == null || !situation.today().isBefore(due)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                id(),
                Severity.WARNING,
                Phrase.of("too-early", situation.daysSinceLastAttempt(), due),
                situation.passageOnWaiting()));
    }
}
