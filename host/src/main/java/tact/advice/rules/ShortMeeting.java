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

/** Finds a mail after a firm no that does not ask for a very short meeting. */
public final class ShortMeeting extends Rule {

    public ShortMeeting() {
        super("short-meeting", Severity.HINT, Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!AfterNo.isWritten(situation) || AfterNo.isShort(situation.writing())) {
            return Optional.empty();
        }
        Phrase text = Phrase.of("short-meeting", situation.contact().person().display());
        return Optional.of(new Advice(id(), severity(), text, Passage.QUICK_MEETING_AT_THEIR_CONVENIENCE)
                .fixedBy(List.of(new Fix.AddSentence(Phrase.of("short-meeting.sentence")))));
    }
}
