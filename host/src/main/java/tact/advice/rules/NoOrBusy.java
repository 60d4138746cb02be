package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Meanings;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Meaning;
import tact.tracker.Answer;

/** Asks whether an answer that reads like a no is one. */
public final class NoOrBusy extends Rule {

    public NoOrBusy() {
        super("no-or-busy", Severity.HINT, Passage.DOES_NO_MEAN_NO);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Answer answer = situation.contact().course().answer();
        if (!situation.asksMeaning() || answer.meaning() != Meaning.Kind.NO) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("no-or-busy", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.DOES_NO_MEAN_NO)
                .asking(Meanings.all("meant", answer))
                .readFrom(answer.mail()));
    }
}
