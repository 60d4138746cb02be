package tact.advice;

import java.util.ArrayList;
import java.util.List;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Outcome;
import tact.tracker.Course;

/** What the user can say of a person at any time, without being asked. */
public final class Actions {

    private Actions() {}

    /** In the order in which they are shown. */
    public static List<Choice> on(Situation situation) {
        Course course = situation.contact().course();
        String name = situation.contact().person().display();
        if (course.isMuted()) {
            return List.of(new Choice(Phrase.of("action.unmute", name), new Claim.TakenBack(ClaimKind.MUTED)));
        }
        List<Choice> choices = new ArrayList<>();
        if (!situation.streak().isEmpty()) {
            choices.add(new Choice(Phrase.of("action.answered-elsewhere"), new Claim.AnsweredElsewhere()));
        }
        if (course.answer() != null && !situation.asksMeaning()) {
            choices.addAll(Meanings.otherThan("action.meant", course.answer()));
        }
        choices.add(new Choice(
                Phrase.of("action.met"),
                new Claim.Met(situation.today()),
                List.of(new Choice.Field("on", Choice.Kind.DAY, Phrase.of("action.met.on")))));
        if (situation.due() != null) {
            choices.add(new Choice(
                    Phrase.of("action.snooze"),
                    new Claim.Snoozed(situation.due().isAfter(situation.today()) ? situation.due() : situation.today().plusDays(1)),
                    List.of(new Choice.Field("until", Choice.Kind.DAY, Phrase.of("action.snooze.until")))));
        }
        if (course.letGoAt() != null) {
            choices.add(new Choice(Phrase.of("action.take-up"), new Claim.TakenBack(ClaimKind.DECIDED)));
        } else if (!situation.streak().isEmpty() || course.answer() != null) {
            choices.add(new Choice(Phrase.of("action.let-go", name), new Claim.Decided(Outcome.LET_GO)));
        }
        choices.add(new Choice(
                Phrase.of("action.same-as", name),
                new Claim.SameAs(situation.contact().person()),
                List.of(new Choice.Field("other", Choice.Kind.ADDRESS, Phrase.of("action.same-as.other")))));
        if (!situation.draft().references().isEmpty()) {
            choices.add(new Choice(Phrase.of("action.mute-thread"), new Claim.Muted(Claim.Scope.THREAD)));
        }
        choices.add(new Choice(Phrase.of("action.mute-person", name), new Claim.Muted(Claim.Scope.PERSON)));
        return List.copyOf(choices);
    }
}
