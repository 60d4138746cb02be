package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.AfterNo;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a mail after a firm no that gives no reason for a meeting. There is no fix: a reason cannot be invented. */
public final class CompellingReason extends Rule {

    public CompellingReason() {
        super("compelling-reason", Severity.HINT, Passage.COMPELLING_REASON);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!AfterNo.isWritten(situation) || AfterNo.givesReason(situation.writing())) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("compelling-reason", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.COMPELLING_REASON));
    }
}
