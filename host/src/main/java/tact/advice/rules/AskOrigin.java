package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Choice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Claim;
import tact.event.Priority;
import tact.tracker.Course;

/** Asks, after a firm no, whether the user found the person or was introduced to them. */
public final class AskOrigin extends Rule {

    public AskOrigin() {
        super("ask-origin", Severity.HINT, Passage.FOUND_OR_INTRODUCED);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Course course = situation.contact().course();
        if (!situation.isDeclined() || course.origin() != null || course.priority() == Priority.ONE_OF_MANY) {
            return Optional.empty();
        }
        Choice.Field by = new Choice.Field("by", Choice.Kind.ADDRESS, Phrase.of("ask-origin.by"));
        Phrase introduced = course.likelyIntroducer() == null
                ? Phrase.of("ask-origin.introduced")
                : Phrase.of("ask-origin.introduced-by", course.likelyIntroducer().display());
        Phrase text = Phrase.of("ask-origin", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.FOUND_OR_INTRODUCED).asking(List.of(
                new Choice(Phrase.of("ask-origin.found"), new Claim.Introduced(null)),
                new Choice(introduced, new Claim.Introduced(course.likelyIntroducer()), List.of(by)))));
    }
}
