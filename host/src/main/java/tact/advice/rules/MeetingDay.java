package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Choice;
import tact.advice.Fix;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.event.Claim;

/** Recalls, on the day of a meeting, what to ask before it is over: their schedule, and whether a check-in suits. */
public final class MeetingDay extends Rule {

    public MeetingDay() {
        super("meeting-day", Severity.HINT, Passage.ASK_THEIR_SCHEDULE, Passage.AGREE_A_CHECK_IN);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isMeetingDay()) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("meeting-day", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.ASK_THEIR_SCHEDULE)
                .fixedBy(List.of(new Fix.AddSentence(Phrase.of("meeting-day.check-in"))))
                .asking(List.of(new Choice(Phrase.of("meeting-day.none"), new Claim.Met(null)))));
    }
}
