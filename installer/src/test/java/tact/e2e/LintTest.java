package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a host of the tests that finds certain words, so that these tests are about the editor and not about rules. */
@DisplayName("In the editor")
class LintTest {

    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");

    private static final ComposeWindow.Squiggle PRESSURE = new ComposeWindow.Squiggle("warning", "ASAP");
    private static final ComposeWindow.Squiggle NUDGE = new ComposeWindow.Squiggle("hint", "just checking in");

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    @BeforeAll
    static void aHostThatFinds() throws IOException {
        STUDIO.useFakeHost("linter");
        STUDIO.thunderbird().call("reloadAddOn");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("squiggles stand under what was found, by severity, and nothing of them in the draft")
    void squiggles(ComposeWindow.Format format) {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night", format);
        draft.awaitLens("Linted");
        draft.type("Hello,\nI am just checking in. Could you answer ASAP? I am still waiting for your answer, ");
        if (format == ComposeWindow.Format.HTML) {
            draft.typeBold("ASAP");
            draft.type(" as I said.");
        }
        ComposeWindow.Squiggle greeting = new ComposeWindow.Squiggle("info", "Hello,");
        ComposeWindow.Squiggle reproach = new ComposeWindow.Squiggle("hold", "still waiting for your answer");

        if (format == ComposeWindow.Format.HTML) {
            draft.awaitSquiggles(greeting, NUDGE, PRESSURE, reproach, PRESSURE);
        } else {
            draft.awaitSquiggles(greeting, NUDGE, PRESSURE, reproach);
        }

        assertThat(draft.html()).doesNotContain("tact", "highlight").doesNotContain("style=");
        picture("squiggles-" + format);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("only the new text has squiggles, not what it quotes")
    void quoted(ComposeWindow.Format format) {
        Letter first = Letter.of(Person.LENA, ANNA, 9, "Please", "Answer ASAP, ASAP! Are you just checking in?\n");
        STUDIO.sent(List.of(first));
        ComposeWindow draft = STUDIO.followUp(first, format);
        draft.awaitLens("Linted");
        draft.type("I am just checking in, ASAP.");

        draft.awaitSquiggles(NUDGE, PRESSURE);
        picture("quoted-" + format);
    }

    @Test
    @DisplayName("a squiggle goes at once when its words change, and says what it means when the mouse rests on it")
    void changing() {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night");
        draft.type("Please answer ASAP");
        draft.awaitSquiggles(PRESSURE);

        draft.pointAt("warning");
        Await.that("the hint", () -> draft.hint().startsWith("This presses"));
        assertThat(draft.html()).doesNotContain("presses");
        picture("hint");
        STUDIO.thunderbird().call("darkTheme", true);
        draft.pointAt("warning");
        Await.that("the hint", () -> draft.hint().startsWith("This presses"));
        picture("hint-dark");
        STUDIO.thunderbird().call("darkTheme", false);

        draft.press("Backspace");
        assertThat(draft.squiggles()).isEmpty();
        assertThat(draft.hint()).isEmpty();
        draft.type("P");
        draft.awaitSquiggles(PRESSURE);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("words are replaced, or left out with their space, in one step each, which one undo takes back")
    void replace(ComposeWindow.Format format) {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night", format);
        draft.type("Dear Anna,\nI answer ASAP. Could you answer ASAP please?");
        draft.awaitSquiggles(PRESSURE, PRESSURE);
        String before = draft.html();

        draft.fix("replace", 3);
        assertThat(draft.text()).contains("I answer ASAP. Could you answer by Friday please?");
        assertThat(draft.textBeforeCaret()).endsWith("please?");
        draft.undo();
        assertThat(draft.html()).isEqualTo(before);

        draft.awaitSquiggles(PRESSURE, PRESSURE);
        draft.fix("replace", 0);
        assertThat(draft.text()).contains("I answer. Could you answer ASAP please?");
        draft.undo();
        assertThat(draft.html()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a greeting is put before the first word as a line of its own, and one undo takes it back")
    void greeting(ComposeWindow.Format format) {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night", format);
        draft.type("Have you seen my mail?");
        draft.awaitSquiggles(new ComposeWindow.Squiggle("info", "Have"));
        String before = draft.html();

        draft.fix("replace", 0);

        assertThat(draft.html()).contains(format == ComposeWindow.Format.HTML
                ? "<p>Dear Anna,</p><p>Have you seen my mail?"
                : "Dear Anna,<br><br>Have you seen my mail?");
        assertThat(draft.textBeforeCaret()).endsWith("my mail?");
        draft.undo();
        assertThat(draft.html()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a sentence is added before the closing words, in one step, which one undo takes back")
    void addSentence(ComposeWindow.Format format) {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night", format);
        draft.type(format == ComposeWindow.Format.HTML
                ? "Dear Anna,\nmay I show you the plates?\nBest regards\nLena"
                : "Dear Anna,\n\nmay I show you the plates?\n\nBest regards\nLena");
        draft.awaitLens("Linted");
        String before = draft.html();

        draft.fix("add-sentence", 0);

        assertThat(draft.text().replaceAll("\\s*\n\\s*", "\n").strip()).isEqualTo(
                "Dear Anna,\nmay I show you the plates?\nMay I call you on Tuesday?\nBest regards\nLena");
        if (format == ComposeWindow.Format.HTML) {
            assertThat(draft.html()).contains("<p>May I call you on Tuesday?</p>");
        } else {
            assertThat(draft.html()).doesNotContain("<p>")
                    .contains("plates?<br><br>May I call you on Tuesday?<br><br>Best regards");
        }
        assertThat(draft.textBeforeCaret()).endsWith("Lena");
        draft.undo();
        assertThat(draft.html()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("a sentence is added to an answer, not to what it quotes")
    void addSentenceToAnAnswer(ComposeWindow.Format format) {
        Letter first = Letter.of(Person.LENA, ANNA, 9, "Plates", "May I show you the plates?\n");
        STUDIO.sent(List.of(first));
        ComposeWindow draft = STUDIO.followUp(first, format);
        draft.awaitLens("Linted");
        draft.type("Dear Anna, have you seen my mail?");
        String before = draft.html();

        draft.fix("add-sentence", 0);

        assertThat(draft.html()).contains(format == ComposeWindow.Format.HTML
                ? "mail?</p><p>May I call you on Tuesday?</p>"
                : "mail?<br><br>May I call you on Tuesday?");
        draft.undo();
        assertThat(draft.html()).isEqualTo(before);
    }

    @Test
    @DisplayName("the subject is set, and the same fix with the old one takes it back")
    void setSubject() {
        ComposeWindow draft = STUDIO.write(ANNA, "A question");
        draft.type("Dear Anna,");
        draft.awaitLens("Linted");
        String body = draft.html();

        String done = draft.fix("set-subject", 0);

        assertThat(draft.subject()).isEqualTo("Re: Bridges at night");
        assertThat(draft.html()).isEqualTo(body);
        assertThat(done).contains("\"undo\":{", "\"text\":\"A question\"");
    }

    @Test
    @DisplayName("a mail that is put off is in Drafts as it was written, its day is stated, and a window says so")
    void sendOn() throws IOException {
        ComposeWindow draft = STUDIO.write(ANNA, "Put off");
        draft.type("Dear Anna, this can wait.");
        draft.awaitLens("Linted");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(7);

        draft.fix("send-on", 0);

        draft.awaitClosed();
        String kept = STUDIO.awaitMail(Person.LENA, "Drafts", "this can wait.");
        assertThat(kept).contains("To: Anna Berg <anna.berg@verlag.example>").doesNotContain("X-Send-Later");
        Path stated = STUDIO.thunderbird().home().resolve("stated.jsonl");
        Await.that("the statement", () -> Files.exists(stated));
        assertThat(Files.readString(stated)).contains("\"claim\":{\"kind\":\"snoozed\",\"until\":\"" + day + "\"}");
        Page window = new Page(STUDIO.thunderbird(), Page.await(STUDIO.thunderbird(), "kept/kept.html"));
        Await.that("the text of the window", () -> window.text().contains("Your draft is in the Drafts folder."));
        picture("kept");
        closeByButton(window);
    }

    @Test
    @DisplayName("a mail that is put off is given to Send Later where that add-on is installed")
    void sendLater() throws IOException {
        Path folder = Files.createDirectories(STUDIO.thunderbird().home().resolve("send-later"));
        for (String file : List.of("manifest.json", "background.js")) {
            Files.writeString(folder.resolve(file), Thunderbird.resource("send-later/" + file));
        }
        String sendLater = STUDIO.thunderbird().call("installForNow", folder.toString()).asString();
        try {
            ComposeWindow draft = STUDIO.write(ANNA, "Sent later");
            draft.type("Dear Anna, this is for another day.");
            draft.awaitLens("Linted");
            LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(7);

            draft.fix("send-on", 0);

            draft.awaitClosed();
            String kept = STUDIO.awaitMail(Person.LENA, "Drafts", "for another day.");
            String at = DateTimeFormatter.ofPattern("EEE MMM dd yyyy", Locale.ENGLISH).format(day) + " 09:00:00";
            assertThat(kept).contains("X-Send-Later-Uuid: 5f6e2c1e-0d7b-4c55-9a53-8f4a6a3f6d10",
                    "X-Send-Later-Recur: none", "X-Send-Later-At: " + at);
            Page window = new Page(STUDIO.thunderbird(), Page.await(STUDIO.thunderbird(), "kept/kept.html"));
            Await.that("the text of the window", () -> window.text().contains("The add-on Send Later sends it"));
            picture("kept-by-send-later");
            closeByButton(window);
        } finally {
            STUDIO.thunderbird().call("uninstall", sendLater);
        }
    }

    @Test
    @DisplayName("a mail that is attached is told to the host by its Message-ID")
    void attached() {
        Letter first = Letter.of(Person.LENA, ANNA, 9, "Attached", "May I show you the plates?\n");
        STUDIO.sent(List.of(first));
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night");
        draft.awaitLens("Linted");

        draft.attach("Sent", first);

        draft.awaitLens("Linted " + first.messageId());
    }

    @Test
    @DisplayName("a mail to somebody else is begun beside the draft, ready to send")
    void writeTo() {
        ComposeWindow draft = STUDIO.write(ANNA, "Bridges at night");
        draft.type("Dear Anna,");
        draft.awaitLens("Linted");

        draft.fix("write-to", 0);

        Await.that("another window", () -> ComposeWindow.newest(STUDIO.thunderbird()).id() != draft.id());
        ComposeWindow other = ComposeWindow.newest(STUDIO.thunderbird());
        Await.that("its text", () -> other.text().contains("would you introduce me?"));
        assertThat(other.subject()).isEqualTo("Anna Berg");
        assertThat(other.html()).contains("<p>Dear Tom,</p><p>would you introduce me?</p><p>Lena</p>");
        assertThat(draft.isOpen()).isTrue();
        picture("write-to");
    }

    /** Later, for the page ends in the middle of a click that closes it. */
    private static void closeByButton(Page window) {
        window.run("setTimeout(() => document.getElementById('close').click());");
        Await.that("the window to close",
                () -> Page.find(STUDIO.thunderbird(), "kept/kept.html").equals(Optional.empty()));
    }

    /** Kept beside the log of the run, to be looked at. */
    private static void picture(String name) {
        STUDIO.thunderbird().screenshot(STUDIO.thunderbird().home().resolve(name + ".png"));
    }
}
