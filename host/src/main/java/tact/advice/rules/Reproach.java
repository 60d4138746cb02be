package tact.advice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing.Found;

/** Finds what reproaches the reader with their silence. */
public final class Reproach extends Rule {

    /** A sentence that says more words besides is not replaced: they would be lost. */
    private static final int MAX_OTHER_WORDS = 7;

    public Reproach() {
        super("reproach", Severity.WARNING, Passage.PERSIST_WITHOUT_ANNOYING);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        List<Found> found = situation.isLinted() ? situation.writing().find("reproach") : List.of();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("reproach", found.get(0).text());
        return Optional.of(new Advice(id(), severity(), text, Passage.PERSIST_WITHOUT_ANNOYING)
                .at(found.stream().map(Found::place).map(Range::of).toList())
                .fixedBy(fixes(found, situation)));
    }

    /** The first sentence gives way to one that shows understanding, a further one to none. */
    private static List<Fix> fixes(List<Found> found, Situation situation) {
        List<Fix> fixes = new ArrayList<>();
        for (Found reproach : found) {
            int otherWords = reproach.wordsBefore() + reproach.wordsAfter();
            List<Found> requests = reproach.sentence().find("request");
            boolean asks = requests.stream().anyMatch(request -> !request.overlaps(reproach));
            Range sentence = Range.of(reproach.sentence().place());
            boolean isFixed = fixes.stream().anyMatch(fix -> ((Fix.Replace) fix).range().equals(sentence));
            if (situation.writing().isSurelyRead() && otherWords <= MAX_OTHER_WORDS && !asks && !isFixed) {
                fixes.add(new Fix.Replace(sentence, fixes.isEmpty() ? Phrase.of("reproach.instead") : null));
            }
        }
        return fixes;
    }
}
