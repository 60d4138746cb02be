package tact.advice.rules;

import java.util.Arrays;
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

/** Asks, after a firm no, where the person stands on the user's list. */
public final class AskPriority extends Rule {

    public AskPriority() {
        super("ask-priority", Severity.HINT, Passage.PRIORITY);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isDeclined() || situation.contact().course().priority() != null) {
            return Optional.empty();
        }
        List<Choice> answers = Arrays.stream(Priority.values())
                .map(priority -> new Choice(Phrase.of("ask-priority." + priority.id()), new Claim.Ranked(priority)))
                .toList();
        Phrase text = Phrase.of("ask-priority", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.PRIORITY).asking(answers));
    }
}
