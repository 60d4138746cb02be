package tact.advice.rules;

import java.time.LocalDate;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that a follow-up comes at the right time. */
public final class Due implements Rule {

    @Override
    public String id() {
        return "due";
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        LocalDate due = situation.due();
        if (due == null || situation.today().isBefore(due)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                id(),
                Severity.INFO,
                Phrase.of("due", situation.daysSinceLastAttempt()),
                situation.passageOnWaiting()));
    }
}
