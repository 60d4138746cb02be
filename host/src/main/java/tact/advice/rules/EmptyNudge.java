package tact.advice.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Phrase;
import tact.advice.Range;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.mail.Writing;
import tact.mail.Writing.Found;

/** Finds a follow-up that only says that its writer is waiting. */
public final class EmptyNudge extends Rule {

    public EmptyNudge() {
        super("empty-nudge", Severity.HINT);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Writing writing = situation.writing();
        if (!situation.isLinted() || !Asks.concrete(writing).isEmpty()) {
            return Optional.empty();
        }
        List<Found> nudges = writing.sentences().stream().map(Asks::nudge).filter(Objects::nonNull).toList();
        if (nudges.isEmpty()) {
            return Optional.empty();
        }
        Found first = nudges.get(0);
        Fix better = new Fix.Replace(Range.of(first.sentence().place()), EasyQuestion.on(situation.firstMail()));
        return Optional.of(new Advice(id(), severity(), Phrase.of("empty-nudge", first.text()), null)
                .at(nudges.stream().map(Found::place).map(Range::of).toList())
                .fixedBy(writing.isSurelyRead() ? List.of(better) : List.of()));
    }
}
