package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says that a short call suits a deadline better than one more mail. */
public final class CallInstead extends Rule {

    public CallInstead() {
        super(
                "call-instead",
                Severity.HINT,
                Passage.URGENT_WITH_DEADLINE,
                Passage.MEETING_SOMEONE_IS_NOT_URGENT,
                Passage.SHORT_CALL,
                Passage.TWO_OR_THREE_SENTENCES);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.hasDeadline() || situation.streak().isEmpty() || situation.continuesAttempt()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of(
                "call-instead",
                situation.contact().person().display(),
                situation.contact().course().urgent().deadline());
        return Optional.of(new Advice(id(), severity(), text, Passage.SHORT_CALL));
    }
}
