package tact.advice.rules;

import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says of a follow-up after a meeting that silence means busy, and that there are three new tries. */
public final class AfterTheMeeting extends Rule {

    public AfterTheMeeting() {
        super("after-the-meeting", Severity.INFO, Passage.SILENCE_MEANS_BUSY, Passage.SAME_MODEL_AFTER_A_MEETING);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        if (!situation.isFollowUp() || !situation.isAfterMeeting()) {
            return Optional.empty();
        }
        boolean isSecond = situation.attemptNumber() == 2;
        return Optional.of(new Advice(
                id(),
                severity(),
                Phrase.of(
                        isSecond ? "after-the-meeting" : "after-the-meeting.again",
                        situation.contact().person().display(),
                        situation.contact().course().meeting(),
                        situation.budget()),
                isSecond ? Passage.SILENCE_MEANS_BUSY : Passage.SAME_MODEL_AFTER_A_MEETING));
    }
}
