package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The count on a draft")
class CountTest {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    @Test
    @DisplayName("is that of the thread, when an own mail is followed up")
    void reply() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        List<Letter> tries = Story.tries(anna, 16, 9);
        STUDIO.sent(tries);

        ComposeWindow draft = STUDIO.followUp(tries.get(1));

        draft.awaitBadge("3/3");
        assertThat(draft.awaitLens("last one")).isEqualTo(
                "Attempt 3 of 3 to Anna Berg · last one 9 days ago · no answer yet");
        assertThat(draft.label()).isEqualTo("Attempt 3 of 3");
    }

    @Test
    @DisplayName("is that of the person, on a new mail about something else")
    void newMail() {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        STUDIO.sent(Story.tries(jonas, 8));

        ComposeWindow draft = STUDIO.write(jonas, "An exhibition in Leipzig");

        draft.awaitBadge("2/3");
        draft.awaitLens("Attempt 2 of 3 to Jonas Brandt · last one 8 days ago");
    }

    @Test
    @DisplayName("of somebody who was never written to is the first try, without a lens that disturbs")
    void firstMail() {
        ComposeWindow draft = STUDIO.write(new Person("Nora Weiss", "nora@weiss.example"), "Bridges at night");

        draft.awaitBadge("1/3");
    }

    @Test
    @DisplayName("is right for a person mailed, and heard from, before Tact was installed")
    void before() {
        Person ines = new Person("Inês Duarte", "ines.duarte@revista.example");
        List<Letter> answered = Story.tries(ines, "A cover for the summer", 60);
        List<Letter> open = Story.tries(ines, "Bridges at night", 20, 12);
        STUDIO.sent(answered);
        STUDIO.received(Story.answer(answered.get(0), ines, 55));
        STUDIO.sent(open);

        ComposeWindow draft = STUDIO.write(ines, "Bridges at night");

        draft.awaitBadge("3/3");
        assertThat(draft.awaitLens("last one")).contains("12 days ago");
    }

    @Test
    @DisplayName("starts again with a human answer, but not with an out-of-office reply")
    void answers() {
        Person sofia = new Person("Sofia Marini", "sofia@marini.example");
        List<Letter> tries = Story.tries(sofia, 15, 8);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.followUp(tries.get(1));
        draft.awaitBadge("3/3");

        STUDIO.arrives(sofia, Story.outOfOffice(tries.get(1), sofia, 0));
        ComposeWindow second = STUDIO.followUp(tries.get(1));
        second.awaitBadge("3/3");
        second.close();

        STUDIO.arrives(sofia, Story.answer(tries.get(1), sofia, 0));
        draft.awaitBadge("1/3");
    }

    @Test
    @DisplayName("includes a mail sent from another device, as soon as Thunderbird finds it in Sent")
    void otherDevice() {
        Person david = new Person("David Chen", "david.chen@press.example");
        List<Letter> tries = Story.tries(david, 9, 1);
        STUDIO.sent(tries.subList(0, 1));
        ComposeWindow draft = STUDIO.followUp(tries.get(0));
        draft.awaitBadge("2/3");

        STUDIO.sent(tries.subList(1, 2));

        draft.awaitBadge("3/3");
        draft.awaitLens("last one yesterday");
    }

    @Test
    @DisplayName("includes what was just sent from here")
    void sentFromHere() {
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist.example");
        ComposeWindow first = STUDIO.write(paul, "Bridges at night");
        first.type("Dear Paul, may I show you my bridges?");
        first.sendAway();
        STUDIO.awaitMail(paul, "INBOX", "may I show you my bridges?");

        ComposeWindow second = STUDIO.write(paul, "One more thing");

        second.awaitBadge("2/3");
        second.awaitLens("last one today");
    }

    @Test
    @DisplayName("does not include a mail that came back as undeliverable")
    void bounce() {
        Person emil = new Person("Emil Novak", "emil.novak@oldpress.example");
        List<Letter> tries = Story.tries(emil, 12);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.write(emil, "Bridges at night");
        draft.awaitBadge("2/3");

        STUDIO.arrives(emil, Story.bounce(tries.get(0), emil, 0));

        draft.awaitBadge("1/3");
    }

    @Test
    @DisplayName("does not include a mail that came back before Tact was installed")
    void bounceBefore() {
        Person nora = new Person("Nora Lind", "nora.lind@oldpress.example");
        List<Letter> tries = Story.tries(nora, 26, 12);
        STUDIO.received(Story.bounce(tries.get(1), nora, 12));
        STUDIO.sent(tries);

        STUDIO.write(nora, "Bridges at night").awaitBadge("2/3");
    }

    @Test
    @DisplayName("to two people is that of the one who was tried most, and names this one")
    void twoPeople() {
        Person once = new Person("Clara Neumann", "clara@neumann.example");
        Person twice = new Person("Miriam Okafor", "miriam@okafor.example");
        STUDIO.sent(Story.tries(once, 9));
        STUDIO.sent(Story.tries(twice, 17, 9));

        ComposeWindow draft = ComposeWindow.openNew(STUDIO.thunderbird(),
                once.mailbox() + ", " + twice.mailbox(), "An exhibition in Leipzig", ComposeWindow.Format.HTML);

        draft.awaitBadge("3/3");
        draft.awaitLens("to Miriam Okafor");
    }

    @Test
    @DisplayName("stands on a displayed mail too, and goes when the answer comes")
    void displayed() {
        Person olga = new Person("Olga Petrova", "olga@petrova.example");
        List<Letter> tries = Story.tries(olga, 11, 4);
        STUDIO.sent(tries);

        MessageWindow mail = MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(1));
        MessageWindow.Counter counter = mail.awaitBadge("2/3");
        assertThat(counter.label()).isEqualTo("2/3 · waiting 4 days");
        assertThat(counter.title()).contains("Olga Petrova");

        STUDIO.arrives(olga, Story.answer(tries.get(1), olga, 0));
        mail.awaitBadge("");
    }
}
