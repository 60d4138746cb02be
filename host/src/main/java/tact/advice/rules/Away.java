package tact.advice.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.tracker.Wait;

/** Finds a follow-up to somebody who is away, or just back, and names the day when it is not too early. */
public final class Away extends Rule {

    public Away() {
        super("away", Severity.WARNING);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isTooEarly() || situation.hasDeadline() || situation.waitingFor().reason() != Wait.Reason.ABSENCE) {
            return Optional.empty();
        }
        LocalDate back = situation.contact().course().back();
        String key = situation.today().isBefore(back) ? "away" : "away.just-back";
        Phrase text = Phrase.of(key, situation.contact().person().display(), back, situation.due());
        return Optional.of(new Advice(id(), severity(), text, null).fixedBy(List.of(new Fix.SendOn(situation.due()))));
    }
}
