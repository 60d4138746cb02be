package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("In the space of follow-ups the user")
class FollowUpsTest {

    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");
    private static final Person JONAS = new Person("Jonas Brandt", "jonas@brandt-books.example");
    private static final Person PAUL = new Person("Paul Lindqvist", "paul@lindqvist.example");
    private static final Person MIRIAM = new Person("Miriam Okafor", "miriam@okafor.example");
    private static final Person SOFIA = new Person("Sofia Marini", "sofia@marini.example");

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    private static List<Letter> toAnna;
    private FollowUpsPage page;

    /** Somebody at each stage; a draft to each has Tact read what there is about them. */
    @BeforeAll
    static void peopleAtEachStage() {
        Letter first = Story.tries(ANNA, 17).get(0);
        toAnna = List.of(first, Letter.of(Person.LENA, ANNA, 9, "Re: Bridges at night", """
                Dear Anna,

                have you had time for my mail of last week?

                Lena Vogt
                """).following(first));
        List<Letter> toMiriam = Story.tries(MIRIAM, 20);
        STUDIO.received(Story.no(toMiriam.get(0), MIRIAM, 15));
        STUDIO.sent(toMiriam);
        STUDIO.sent(toAnna);
        STUDIO.sent(Story.tries(JONAS, "An exhibition in Leipzig", 3));
        STUDIO.sent(Story.tries(PAUL, "A cover for the summer", 22, 13, 5));
        STUDIO.sent(Story.tries(SOFIA, 70, 62));
        for (Person person : List.of(ANNA, JONAS, PAUL, MIRIAM, SOFIA)) {
            ComposeWindow draft = STUDIO.write(person, "A look at the history");
            draft.awaitBadge(person == ANNA || person == SOFIA ? "3/3" : person == JONAS ? "2/3"
                    : person == PAUL ? "4/3" : "1/3");
            draft.close();
        }
    }

    @BeforeEach
    void open() {
        page = FollowUpsPage.open(STUDIO.thunderbird());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    @DisplayName("sees who is at which stage, and on the button in the bar how many are due")
    void groups() {
        page.awaitRow(ANNA, "due");
        page.awaitRow(JONAS, "waiting");
        page.awaitRow(PAUL, "last-try-sent");
        page.toggle("gone-quiet");
        page.awaitRow(SOFIA, "gone-quiet");
        page.toggle("gone-quiet");
        page.toggle("done");
        page.awaitRow(MIRIAM, "done");
        page.toggle("done");

        assertThat(page.headings()).containsExactly("Due 1", "Waiting 1", "Last try sent 1", "Gone quiet 1", "Done 1");
        picture("stages");
        STUDIO.thunderbird().call("darkTheme", true);
        picture("stages-dark");
        STUDIO.thunderbird().call("darkTheme", false);
        FollowUpsPage.awaitBadge(STUDIO.thunderbird(), "1");
        assertThat(FollowUpsPage.button(STUDIO.thunderbird()).title()).isEqualTo("Tact: 1 follow-up is due");
    }

    @Test
    @DisplayName("opens the thread with Enter, at the newest mail")
    void openThread() {
        page.goTo(ANNA);

        page.press("Return");

        Await.that("the mail to Anna", () ->
                STUDIO.thunderbird().call("shown").asString().equals(toAnna.get(1).messageId()));
        STUDIO.thunderbird().call("closeTab");
    }

    @Test
    @DisplayName("writes a follow-up: to the same person, with the first mail quoted")
    void write() {
        page.goTo(ANNA);

        page.press("w");

        Await.that("the draft", () -> STUDIO.thunderbird().call("composeWindows").size() == 1);
        ComposeWindow draft = ComposeWindow.newest(STUDIO.thunderbird());
        draft.awaitBadge("3/3");
        Await.that("the first mail", () -> draft.text().contains("twelve plates of bridges at night"));
        assertThat(draft.text()).contains("have you had time for my mail of last week?");
        picture("written");
    }

    @Test
    @DisplayName("lets go and takes that back, with the keyboard alone")
    void letGo() {
        page.goTo(PAUL);

        page.press("l");

        page.awaitNote("You let go of Paul Lindqvist.");
        Await.that("the row to go", () -> page.row(PAUL).isEmpty());
        picture("let-go");
        assertThat(page.run("return document.getElementById('list').contains(document.activeElement);").asBoolean())
                .as("the keyboard stays on the list").isTrue();
        page.press("z");
        page.awaitNote("Undone.");
        page.awaitRow(PAUL, "last-try-sent");
    }

    @Test
    @DisplayName("finds a person by a few letters, in groups that are closed too")
    void search() {
        page.goTo(ANNA);
        page.press("slash");

        List.of("m", "i", "r", "i").forEach(page::press);

        page.awaitRow(MIRIAM, "done");
        assertThat(page.headings()).containsExactly("Done 1");
        page.press("Escape");
        page.awaitRow(ANNA, "due");
    }

    @Test
    @DisplayName("goes on to the insights, where nothing is claimed on so few cases")
    void insights() {
        page.click("nav a");

        Page insights = new Page(STUDIO.thunderbird(), Page.await(STUDIO.thunderbird(), "insights/insights.html"));

        Await.that("how many cases there are", () -> insights.texts(".few").size() == 4);
        assertThat(insights.texts("#findings li")).isEmpty();
        picture("insights");
        insights.click("header a");
        Page.await(STUDIO.thunderbird(), "followups/followups.html");
    }

    private static void picture(String name) {
        STUDIO.thunderbird().screenshot(STUDIO.thunderbird().home().resolve(name + ".png"));
    }
}
