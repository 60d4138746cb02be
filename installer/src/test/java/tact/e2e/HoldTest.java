package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A fourth try")
class HoldTest {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    @Test
    @DisplayName("is held, with the dated tries, and Enter on the safe choice goes back to the draft")
    void keepWriting() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        ComposeWindow draft = fourthTo(anna);

        draft.send();
        HoldWindow hold = HoldWindow.await(STUDIO.thunderbird());

        assertThat(hold.title()).isEqualTo("Let it go?");
        assertThat(hold.text()).contains("You have written to Anna Berg 3 times without an answer");
        assertThat(hold.tries()).hasSize(3).allSatisfy(line -> assertThat(line).contains("Bridges at night"));
        assertThat(hold.choices()).containsExactly("Let it go", "Keep writing", "Send anyway");
        assertThat(hold.focused()).isEqualTo("Keep writing");
        hold.press("Return");
        HoldWindow.awaitNone(STUDIO.thunderbird());
        backInTheDraft(draft, anna);
    }

    @Test
    @DisplayName("goes back to the draft on Esc")
    void escape() {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        ComposeWindow draft = fourthTo(jonas);

        draft.send();
        HoldWindow.await(STUDIO.thunderbird()).press("Escape");

        HoldWindow.awaitNone(STUDIO.thunderbird());
        backInTheDraft(draft, jonas);
    }

    @Test
    @DisplayName("goes back to the draft when the question is closed without an answer, and is held again")
    void closed() {
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        ComposeWindow draft = fourthTo(miriam);

        draft.send();
        HoldWindow.await(STUDIO.thunderbird()).close();

        HoldWindow.awaitNone(STUDIO.thunderbird());
        backInTheDraft(draft, miriam);
        draft.send();
        HoldWindow.await(STUDIO.thunderbird());
    }

    @Test
    @DisplayName("that is let go stays in Drafts, and is still let go after the host has started anew")
    void letGo() {
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist.example");
        ComposeWindow draft = fourthTo(paul);

        draft.send();
        HoldWindow.await(STUDIO.thunderbird()).choose("let-go");

        draft.awaitClosed();
        HoldWindow.awaitNone(STUDIO.thunderbird());
        assertThat(STUDIO.awaitMail(Person.LENA, "Drafts", "paul@lindqvist.example"))
                .contains("Only one more question.");
        assertThat(mailsOf(paul)).isEmpty();
        STUDIO.hosts().forEach(ProcessHandle::destroyForcibly);
        Await.that("the end of the host", () -> STUDIO.hosts().isEmpty());
        ComposeWindow another = STUDIO.write(paul, "Something else");
        another.awaitLens("You let go of Paul Lindqvist on");
    }

    @Test
    @DisplayName("is put to the gut: who would be annoyed can keep the mail for a later day")
    void gutCheck() {
        Person nora = new Person("Nora Lind", "nora@lind.example");
        ComposeWindow draft = fourthTo(nora);
        draft.send();
        HoldWindow hold = HoldWindow.await(STUDIO.thunderbird());
        assertThat(hold.text()).contains("Would this mail drive you mad?");

        hold.click(".gut-check .say:nth-child(2)");
        Await.that("the offers", () -> hold.texts(".answer .fix").size() == 1);
        hold.click(".answer .fix");

        draft.awaitClosed();
        HoldWindow.awaitNone(STUDIO.thunderbird());
        assertThat(STUDIO.awaitMail(Person.LENA, "Drafts", "nora@lind.example")).contains("Only one more question.");
        assertThat(mailsOf(nora)).isEmpty();
    }

    @Test
    @DisplayName("that is sent anyway goes out")
    void sendAnyway() {
        Person sofia = new Person("Sofia Marini", "sofia@marini.example");
        ComposeWindow draft = fourthTo(sofia);

        draft.send();
        HoldWindow.await(STUDIO.thunderbird()).choose("send-anyway");

        draft.awaitClosed();
        HoldWindow.awaitNone(STUDIO.thunderbird());
        assertThat(STUDIO.awaitMail(sofia, "INBOX", "Only one more question.")).contains("Subject: ");
    }

    @Test
    @DisplayName("is not held after an answer")
    void answered() {
        Person clara = new Person("Clara Neumann", "clara@neumann.example");
        List<Letter> tries = Story.tries(clara, 24, 17, 9);
        STUDIO.sent(tries);
        STUDIO.received(Story.answer(tries.get(2), clara, 5));
        ComposeWindow draft = STUDIO.followUp(tries.get(2));
        draft.type("Thank you!");
        draft.awaitBadge("1/3");

        draft.sendAway();

        STUDIO.awaitMail(clara, "INBOX", "Thank you!");
    }

    @Test
    @DisplayName("closes its question when the draft is closed")
    void draftClosed() {
        Person david = new Person("David Chen", "david.chen@press.example");
        ComposeWindow draft = fourthTo(david);
        draft.send();
        HoldWindow.await(STUDIO.thunderbird());

        draft.close();

        HoldWindow.awaitNone(STUDIO.thunderbird());
        assertThat(mailsOf(david)).isEmpty();
    }

    /** A draft to somebody who has not answered three times. */
    private static ComposeWindow fourthTo(Person person) {
        List<Letter> tries = Story.tries(person, 24, 17, 9);
        STUDIO.sent(tries);
        ComposeWindow draft = STUDIO.followUp(tries.get(2));
        draft.type("Only one more question.");
        draft.awaitBadge("4/3");
        draft.awaitLens("time to let go");
        return draft;
    }

    private static void backInTheDraft(ComposeWindow draft, Person person) {
        assertThat(draft.isOpen()).isTrue();
        Await.that("the draft to be unlocked", draft::canSend);
        assertThat(draft.text()).contains("Only one more question.");
        draft.type(" Or none.");
        assertThat(draft.text()).contains("Or none.");
        assertThat(mailsOf(person)).isEmpty();
    }

    private static List<String> mailsOf(Person person) {
        return STUDIO.server().mails(person.address(), "INBOX");
    }
}
