package tact.advice.rules;

import java.time.Instant;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Holds a mail past the budget: the fourth unanswered one in a row. After a firm no {@link Declined} does. */
public final class StopAfterThree extends Rule {

    public StopAfterThree() {
        super("stop-after-three", Severity.HOLD, Passage.STALKER_STATUS, Passage.LET_GO);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isPastBudget() || situation.isDeclined()) {
            return Optional.empty();
        }
        String name = situation.contact().person().display();
        Instant letGo = situation.contact().letGoAt();
        return Optional.of(letGo == null
                ? new Advice(
                        id(), severity(), Phrase.of("stop-after-three", name, situation.streak().tries()), Passage.STALKER_STATUS)
                : new Advice(
                        id(), severity(), Phrase.of("stop-after-three.let-go", name, situation.dayOf(letGo)), Passage.LET_GO));
    }
}
