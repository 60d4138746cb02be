package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.AfterNo;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/**
 * Holds a mail too many after a firm no: the second one, or the first to one of many. A first one that only thanks them is
 * polite, and passes.
 */
public final class Declined extends Rule {

    public Declined() {
        super("declined", Severity.HOLD, Passage.DOES_NO_MEAN_NO, Passage.STALKER_STATUS);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isDeclined() || !situation.isPastBudget()) {
            return Optional.empty();
        }
        String name = situation.contact().person().display();
        if (!situation.streak().isEmpty()) {
            int tries = situation.streak().tries();
            Phrase again = Phrase.of("declined", name, tries);
            return Optional.of(new Advice(id(), severity(), again, Passage.STALKER_STATUS));
        }
        if (AfterNo.isMereThanks(situation.writing())) {
            return Optional.empty();
        }
        Phrase ofMany = Phrase.of("declined.one-of-many", name);
        return Optional.of(new Advice(id(), severity(), ofMany, Passage.DOES_NO_MEAN_NO));
    }
}
