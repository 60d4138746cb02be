package tact.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tact.e2e.ComposeWindow.Format;

/**
 * The demo: Lena Vogt's Thunderbird, with people at every stage of a follow-up. On a display it stays open until the
 * user closes it; without one it takes pictures.
 */
final class Demo {

    private static final Path PICTURES = Studio.IMAGE.resolveSibling("demo");

    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");
    private static final Person JONAS = new Person("Jonas Brandt", "jonas@brandt-books.example");
    private static final Person MIRIAM = new Person("Miriam Okafor", "miriam.okafor@lantern.example");
    private static final Person PAUL = new Person("Paul Lindqvist", "paul@lindqvist.example");
    private static final Person DAVID = new Person("David Chen", "david.chen@press.example");
    private static final Person SOFIA = new Person("Sofia Marini", "sofia@marini.example");
    private static final Person EMIL = new Person("Emil Novak", "emil.novak@oldpress.example");
    private static final Person CLARA = new Person("Clara Neumann", "clara@neumann.example");
    private static final Person HENRIK = new Person("Henrik Lund", "henrik@lund.example");
    private static final Person KARLA = new Person("Karla Stein", "karla@stein.example");
    private static final Person LONG = new Person(
            "Maximiliane von Hohenstein-Oberndorff", "m.von.hohenstein-oberndorff@landesbibliothek.example");

    private final List<Letter> anna = Story.tries(ANNA, "Bridges at night", 16, 9);
    private final List<Letter> jonas = Story.tries(JONAS, "Plates for a city atlas", 3);
    private final List<Letter> miriam = Story.tries(MIRIAM, "Cover of the winter issue", 8);
    private final List<Letter> paul = Story.tries(PAUL, "Twelve bridges, one book", 24, 17, 9);
    private final List<Letter> david = Story.tries(DAVID, "A series on rivers", 16, 9, 2);
    private final List<Letter> sofia = Story.tries(SOFIA, "An illustrated map of Turin", 10);
    private final List<Letter> emil = Story.tries(EMIL, "Reprint of the harbour plates", 12);
    private final List<Letter> clara = Story.tries(CLARA, "Poster for the book fair", 14);
    private final List<Letter> henrik = Story.tries(HENRIK, "Plates for the ferry guide", 8);
    private final List<Letter> longName = Story.tries(LONG, "Exhibition in the reading room", 15, 8);

    private Demo() {}

    /** Shows the story on the display that {@code DISPLAY} names, else takes pictures of it. */
    public static void main(String[] arguments) throws InterruptedException {
        String display = System.getenv().getOrDefault("DISPLAY", "");
        if (display.isEmpty()) {
            new Demo().takePictures();
        } else {
            new Demo().show(display);
        }
        // GreenMail's threads do not end by themselves.
        System.exit(0);
    }

    private void show(String display) throws InterruptedException {
        try (Studio studio = Studio.withTact(settings -> settings.show(display)).open("demo")) {
            tell(studio);
            System.out.println("""
                    Tact: the story is open. Close Thunderbird to end it; your own mail is not touched. Try, in Sent:
                      1. Anna Berg, two tries, nine days of silence: reply. The draft says it is the last try; click its line.
                      2. Jonas Brandt, written to three days ago: reply. The draft says from which day on it is not too early.
                      3. Miriam Okafor, due today: write a new mail to her; the panel inserts your first one under your text.
                      4. Paul Lindqvist, three tries: reply and press Send. A window asks you to let go.
                      5. Sofia Marini sent an out-of-office reply, Emil Novak's mail bounced: only one of them counts as a try.
                      6. Henrik Lund, whom Karla Stein introduced, said no: reply to your mail and say in the panel that it is one.
                      7. Write "just checking in" or "ASAP" in a follow-up to Miriam Okafor, and rest the mouse on the line under it.
                      8. Clara Neumann answered: her count starts again. Open a mail in Sent to see its counter.
                      9. Let Tact read the last months on its welcome page, then click its button in the bar on the left: the list
                         of all follow-ups. The arrow keys go through it, W writes, ? shows the other keys.""");
            studio.thunderbird().awaitEnd();
        }
    }

    private void takePictures() {
        List<Path> pictures = new ArrayList<>();
        try (Studio studio = Studio.withTact().open("demo")) {
            tell(studio);
            ComposeWindow last = lastTry(studio);
            pictures.add(picture(studio, "1-draft"));
            last.openPanel();
            pictures.add(picture(studio, "2-panel"));
            last.close();
            ComposeWindow plain = aside(studio, studio.write(MIRIAM, "Cover of the winter issue", Format.PLAIN_TEXT));
            plain.type("Dear Miriam,\n\nmay I remind you of my plates?\n\nKind regards\nLena");
            plain.awaitBadge("2/3");
            plain.openPanel().fix("Insert my first mail");
            pictures.add(picture(studio, "3-plain-text-with-first-mail"));
            plain.close();
            ComposeWindow annoying = aside(studio, studio.followUp(miriam.get(0)));
            annoying.type("Dear Miriam,\n\nI still haven't heard back from you. Just checking in on my mail below.\n\nKind regards\nLena");
            Await.that("squiggles", () -> annoying.squiggles().size() >= 2);
            annoying.pointAt("warning");
            Await.that("the hint", () -> !annoying.hint().isEmpty());
            pictures.add(picture(studio, "4-squiggles"));
            annoying.close();
            ComposeWindow declined = aside(studio, studio.followUp(henrik.get(0)));
            declined.awaitLens("reads like a no");
            Panel asking = declined.openPanel();
            Await.that("the sentence", () -> !asking.texts(".evidence blockquote").isEmpty());
            pictures.add(picture(studio, "5-a-no"));
            asking.press("A real no");
            asking.press("Karla Stein introduced us…");
            asking.run("document.querySelector('.inline-form:not([hidden]) form').requestSubmit();");
            asking.awaitAdvice("Stop here first");
            pictures.add(picture(studio, "6-introduced"));
            declined.close();
            ComposeWindow early = aside(studio, studio.followUp(jonas.get(0)));
            early.awaitLens("better wait");
            early.openPanel();
            pictures.add(picture(studio, "7-too-early"));
            early.close();
            hold(studio);
            pictures.add(picture(studio, "8-hold"));
            HoldWindow.await(studio.thunderbird()).choose("keep-writing");
            HoldWindow.awaitNone(studio.thunderbird());
            closeDrafts(studio);
            MessageWindow.show(studio.thunderbird(), "Sent", david.get(2)).awaitBadge("3/3");
            pictures.add(picture(studio, "9-message"));
            ComposeWindow longest = aside(studio, studio.followUp(longName.get(1)));
            longest.type("One last line from me.");
            longest.awaitBadge("3/3");
            longest.openPanel();
            pictures.add(picture(studio, "10-long-name"));
            longest.close();
            readMail(studio);
            pictures.add(picture(studio, "11-welcome"));
            FollowUpsPage list = FollowUpsPage.open(studio.thunderbird());
            list.awaitRow(ANNA, "due");
            pictures.add(picture(studio, "12-follow-ups"));
            studio.thunderbird().call("darkTheme", true);
            pictures.add(picture(studio, "13-dark-follow-ups"));
            list.close();
            ComposeWindow dark = lastTry(studio);
            dark.openPanel();
            pictures.add(picture(studio, "14-dark"));
            dark.close();
            hold(studio);
            pictures.add(picture(studio, "15-dark-hold"));
        }
        try (Studio studio =
                Studio.withTact(settings -> settings.preference("intl.locale.requested", "de")).open("demo-de")) {
            tell(studio);
            ComposeWindow german = lastTry(studio);
            german.openPanel();
            pictures.add(picture(studio, "16-german"));
            german.close();
            hold(studio);
            pictures.add(picture(studio, "17-german-hold"));
            HoldWindow.await(studio.thunderbird()).choose("keep-writing");
            HoldWindow.awaitNone(studio.thunderbird());
            closeDrafts(studio);
            readMail(studio);
            FollowUpsPage.open(studio.thunderbird()).awaitRow(ANNA, "due");
            pictures.add(picture(studio, "18-german-follow-ups"));
        }
        System.out.println("Tact: no display, so here are pictures of the story:");
        pictures.forEach(picture -> System.out.println("  " + picture));
    }

    private void tell(Studio studio) {
        for (List<Letter> tries : List.of(anna, jonas, miriam, paul, david, sofia, emil, clara, henrik, longName)) {
            studio.sent(tries);
        }
        studio.received(
                Story.answer(clara.get(0), CLARA, 11),
                Story.introduction(KARLA, HENRIK, 12),
                Story.no(henrik.get(0), HENRIK, 3),
                Story.outOfOffice(sofia.get(0), SOFIA, 10));
        studio.arrives(EMIL, Story.bounce(emil.get(0), EMIL, 0));
        studio.thunderbird().call("fillScreen");
        studio.thunderbird().call("showFolder", "Sent");
    }

    private ComposeWindow lastTry(Studio studio) {
        ComposeWindow draft = aside(studio, studio.followUp(anna.get(1)));
        draft.type("Dear Anna,\none last time: would ten minutes suit you, some day next week?\nKind regards\nLena");
        draft.awaitLens(lens -> lens.contains("Anna Berg") && lens.contains("9"));
        return draft;
    }

    /** As a new user does, who lets Tact read the mail of the last months. */
    private static void readMail(Studio studio) {
        WelcomePage welcome = WelcomePage.open(studio.thunderbird());
        welcome.click("#start");
        welcome.awaitState("done");
        Await.that("what was found", () -> welcome.run("""
                const findings = document.getElementById("findings");
                findings.scrollIntoView({block: "end"});
                return findings.checkVisibility() && findings.innerText.trim() !== "";""").asBoolean());
    }

    private void hold(Studio studio) {
        ComposeWindow fourth = aside(studio, studio.followUp(paul.get(2)));
        fourth.type("Dear Paul,\nonly one more question.");
        fourth.awaitBadge("4/3");
        fourth.send();
        HoldWindow.await(studio.thunderbird());
    }

    /** The list of mails stays in sight. */
    private static ComposeWindow aside(Studio studio, ComposeWindow draft) {
        studio.thunderbird().call("moveAside", draft.id());
        return draft;
    }

    private static void closeDrafts(Studio studio) {
        studio.thunderbird().call("composeWindows").valueStream()
                .forEach(id -> studio.thunderbird().call("close", id.asInt()));
    }

    private static Path picture(Studio studio, String name) {
        Path png = PICTURES.resolve(name + ".png");
        studio.thunderbird().screenshot(png);
        return png;
    }
}
