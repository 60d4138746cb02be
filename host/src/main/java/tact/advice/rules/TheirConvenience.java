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

/** Finds a mail after a firm no that does not leave to them when and where to meet. */
public final class TheirConvenience extends Rule {

    public TheirConvenience() {
        super("their-convenience", Severity.HINT, Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        boolean time = AfterNo.leavesTime(situation.writing());
        boolean place = AfterNo.leavesPlace(situation.writing());
        if (!AfterNo.isWritten(situation) || time && place) {
            return Optional.empty();
        }
        String key = time ? "their-convenience.where" : place ? "their-convenience.when" : "their-convenience";
        Phrase text = Phrase.of(key, situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE)
                .fixedBy(List.of(new Fix.AddSentence(Phrase.of(key + ".sentence")))));
    }
}
