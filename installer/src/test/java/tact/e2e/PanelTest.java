package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("In the panel the user")
class PanelTest {

    private static final String QUESTION = "A real no, or are they just busy now?";
    private static final String DUE = "a good time to try again";
    private static final String SECOND_TRY = "that you have written before";

    private static final String NEW_CARD = """
            const [book] = await browser.addressBooks.list();
            await browser.addressBooks.contacts.create(book.id, args[0]);""";

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    @Test
    @DisplayName("sees the sentence a no was read from, says what it means, and takes that back")
    void meaning() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        Panel panel = answerToNo(anna).openPanel();
        panel.awaitAdvice(QUESTION);
        Await.that("the sentence", () -> panel.texts(".evidence blockquote").equals(
                List.of("I am afraid I have to say no to your bridges.")));

        panel.press("Busy now, maybe later");

        panel.awaitNoAdvice(QUESTION);
        panel.awaitNote("Noted.");
        panel.press("Undo");
        panel.awaitNote("Undone.");
        panel.awaitAdvice(QUESTION);
    }

    @Test
    @DisplayName("says with the keyboard that there was a meeting, and on which day")
    void meeting() {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        STUDIO.sent(Story.tries(jonas, 10));
        ComposeWindow draft = STUDIO.write(jonas, "Bridges at night");
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        panel.press("More");
        panel.clickOn("We met or will meet…");
        Await.that("the form", () -> panel.run("return document.activeElement.type === 'date';").asBoolean());

        press("Return");

        panel.awaitNote("Noted: your meeting with Jonas Brandt.");
        draft.awaitBadge("1/3");
        press("Escape");
        Await.that("the panel to close", () -> !Panel.isOpen(STUDIO.thunderbird()));
    }

    @Test
    @DisplayName("switches off advice for one mail, and on again")
    void switchOff() {
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        STUDIO.sent(Story.tries(miriam, 10));
        ComposeWindow draft = STUDIO.write(miriam, "Bridges at night");
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        panel.awaitAdvice(SECOND_TRY);
        panel.click("li:has(.fix) .dots");

        panel.press("For this mail");

        panel.awaitNote("Switched off for this mail.");
        panel.awaitNoAdvice(SECOND_TRY);
        panel.press("Undo");
        panel.awaitAdvice(SECOND_TRY);
        press("Escape");
        Await.that("the panel to close", () -> !Panel.isOpen(STUDIO.thunderbird()));
        assertThat(STUDIO.write(miriam, "Another").openPanel().awaitAdvice(SECOND_TRY)).isNotNull();
    }

    @Test
    @DisplayName("switches off advice for good, which holds for other mails too")
    void switchOffForGood() {
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist.example");
        STUDIO.sent(Story.tries(paul, 10));
        ComposeWindow draft = STUDIO.write(paul, "Bridges at night");
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        panel.awaitAdvice(DUE);
        panel.run("""
                [...document.querySelectorAll(".advice")].find(one => one.innerText.includes(args[0]))
                  .querySelector(".dots").click();""", DUE);

        panel.press("For good");

        panel.awaitNote("Switched off for good.");
        press("Escape");
        ComposeWindow other = STUDIO.write(paul, "Another");
        other.awaitBadge("2/3");
        Panel there = other.openPanel();
        there.awaitAdvice(SECOND_TRY);
        assertThat(there.advice(DUE)).isEmpty();
    }

    @Test
    @DisplayName("prepares a call for a deadline, with the number from the address book, but not for a meeting")
    void call() {
        Person david = new Person("David Chen", "david.chen@press.example");
        STUDIO.sent(Story.tries(david, 10));
        ComposeWindow draft = STUDIO.write(david, "Bridges at night");
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        panel.run(NEW_CARD, """
                BEGIN:VCARD
                VERSION:4.0
                FN:David Chen
                EMAIL:david.chen@press.example
                TEL;TYPE=fax:+49 40 555 0
                TEL;TYPE=work:+49 40 555 19
                END:VCARD
                """.replace("\n", "\r\n"));
        panel.press("More");
        panel.press("It is urgent…");

        fill(panel, LocalDate.now().plusDays(4), "I would like to get to know him for my job search.");
        panel.press("Prepare the call");
        Await.that("the refusal", () -> panel.texts(".refusal .passage").size() == 1);
        fill(panel, LocalDate.now().plusDays(4), "The spring issue goes to print that evening.");
        panel.press("Prepare the call");

        Await.that("the script", () -> panel.texts(".spoken p").equals(List.of(
                "My name is Lena Vogt, I drew the bridges.", "May we print plate four on the cover?")));
        assertThat(panel.texts(".phones b")).containsExactly("+49 40 555 19");
        assertThat(panel.note()).isEqualTo("Your deadline is noted.");
        panel.awaitAdvice("A short call");
        panel.press("Undo");
        panel.awaitNoAdvice("A short call");
    }

    @Test
    @DisplayName("sees that a try to another address on the same card counts, and tells the two apart")
    void samePerson() {
        Person atHome = new Person("N. Falk", "falk@home.example");
        Person atWork = new Person("Nina Falk", "nina.falk@nord.example");
        STUDIO.sent(Story.tries(atHome, 10));
        Panel any = STUDIO.write(new Person("Olga Petrova", "olga@petrova.example"), "Bridges").openPanel();
        any.run(NEW_CARD, """
                BEGIN:VCARD
                VERSION:4.0
                FN:Nina Falk
                EMAIL:nina.falk@nord.example
                EMAIL:falk@home.example
                END:VCARD
                """.replace("\n", "\r\n"));
        any.close();
        ComposeWindow draft = STUDIO.write(atWork, "Bridges at night");
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        panel.awaitAdvice("Counted too: your mail to falk@home.example");

        panel.press("That is somebody else");

        draft.awaitBadge("1/3");
    }

    @Test
    @DisplayName("is reminded, once, of a draft that was kept for today")
    void reminder() {
        ComposeWindow kept = STUDIO.write(new Person("Vera Lund", "vera@lund.example"), "Kept for today");
        kept.saveDraft();
        kept.close();
        Panel panel = STUDIO.write(new Person("Olga Petrova", "olga@petrova.example"), "Bridges").openPanel();

        panel.run("""
                // Without a desktop to show it, it closes at once.
                browser.notifications.onClosed.addListener(id => { document.body.dataset.reminded = id; });
                browser.notifications.onShown.addListener(id => { document.body.dataset.reminded = id; });
                const {messages: [draft]} = await browser.messages.query({subject: "Kept for today"});
                const kept = {day: args[0], messageId: draft.headerMessageId, name: "Vera Lund"};
                await browser.storage.local.set({reminders: [kept]});
                browser.alarms.create("kept-drafts", {when: Date.now() + 200});""", LocalDate.now().minusDays(1).toString());

        Await.that("the notification", () -> panel.run(
                "return (document.body.dataset.reminded ?? '').startsWith('kept-drafts ');").asBoolean());
        Await.that("nothing to be left to remind of", () -> panel.run(
                "return (await browser.storage.local.get('reminders')).reminders.length === 0;").asBoolean());
    }

    private static void fill(Panel panel, LocalDate deadline, String reason) {
        panel.run("""
                const introduction = "My name is Lena Vogt, I drew the bridges.";
                const words = [...args, introduction, "May we print plate four on the cover?"];
                document.querySelectorAll(".call input, .call textarea").forEach((field, at) => {
                  field.value = words[at];
                  field.dispatchEvent(new Event("input", {bubbles: true}));
                });""", deadline.toString(), reason);
    }

    /** An answer in progress to somebody's no. */
    private static ComposeWindow answerToNo(Person person) {
        List<Letter> tries = Story.tries(person, 8);
        STUDIO.sent(tries);
        STUDIO.received(Letter.of(person, Person.LENA, 2, "Re: Bridges at night", """
                Dear Lena,

                thank you for your mail. I am afraid I have to say no to your bridges.

                Best
                %s
                """.formatted(person.first())).following(tries.get(0)));
        ComposeWindow draft = STUDIO.followUp(tries.get(0));
        draft.awaitLens("reads like a no");
        return draft;
    }

    private static void press(String key) {
        STUDIO.thunderbird().display().press(key);
    }
}
