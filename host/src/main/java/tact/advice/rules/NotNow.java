package tact.advice.rules;

import java.util.List;
import java.util.Optional;
import tact.advice.Advice;
import tact.advice.Fix;
import tact.advice.Meanings;
import tact.advice.Passage;
import tact.advice.Phrase;
import tact.advice.Rule;
import tact.advice.Severity;
import tact.advice.Situation;
import tact.tracker.Answer;
import tact.tracker.Wait;

/**
 * Says when to come back to somebody who asked for a later time. Thanking them for their answer is never too early; a
 * further mail before that day is.
 */
public final class NotNow extends Rule {

    public NotNow() {
        super("not-now", Severity.WARNING, Passage.DOES_NO_MEAN_NO);
    }

    @Override
    public Optional<Advice> examine(Situation situation) {
        Answer answer = situation.contact().course().answer();
        Wait wait = situation.contact().waiting(situation.policy(), situation.zone());
        if (!situation.contact().isNotNow() || wait == null || situation.isMeetingAhead() || isEveryday(situation)) {
            return Optional.empty();
        }
        boolean hasCome = !situation.today().isBefore(wait.day());
        boolean isFurther = situation.isFollowUp();
        if (isFurther && (hasCome || wait.reason() != Wait.Reason.LATER || situation.hasDeadline())) {
            return Optional.empty();
        }
        String key = hasCome ? "not-now.has-come" : isFurther ? "not-now.too-early" : "not-now";
        Phrase text = Phrase.of(key, situation.contact().person().display(), wait.day());
        Advice advice = new Advice(id(), isFurther ? Severity.WARNING : Severity.INFO, text, Passage.DOES_NO_MEAN_NO)
                .fixedBy(isFurther ? List.of(new Fix.SendOn(wait.day())) : List.of());
        return Optional.of(situation.asksMeaning()
                ? advice.asking(Meanings.otherThan("meant", answer)).readFrom(answer.mail())
                : advice);
    }

    /** Among people who write to each other all the time "not now" is no news. */
    private static boolean isEveryday(Situation situation) {
        return situation.contact().established()
                && situation.streak().isEmpty()
                && !situation.contact().course().answer().isStated();
    }
}
