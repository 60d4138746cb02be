package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.AfterNo;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Finds a mail after a firm no that does not thank them for their answer. */
public final class ThankThem extends Rule {

    public ThankThem() {
        super("thank-them", Severity.HINT, Passage.THANK_THEM);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!AfterNo.isWritten(situation) || AfterNo.thanks(situation.writing())) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("thank-them", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.THANK_THEM)
                .fixedBy(List.of(new Fix.AddSentence(Phrase.of("thank-them.sentence")))));
    }
}
