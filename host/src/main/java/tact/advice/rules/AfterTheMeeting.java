package tact.advice.rules;

import java.util.Optional;
import java.util.Set;
import tact.advice.Advice;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;

/** Says of a follow-up after a meeting that silence means busy, and that there are three new tries. */
public final class AfterTheMeeting implements Rule {

    @Override
    public String id() {
        return "after-the-meeting";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public Set<Passage> passages() {
        return Set.of(Passage.SILENCE_MEANS_BUSY, Passage.SAME_MODEL_AFTER_A_MEETING);
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
