package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tact.annotation.Texts;

/** The article's situations as stories in a real Thunderbird, each with a picture; a language is a subclass. */
abstract class ArticleStories {

    private final Studio studio;
    private final Texts texts;
    private final Words words;

    /** What people write in the stories; {@code %s} is the first name of whom they write to. */
    record Words(String no, String yes, String introduction, String afterNo, String thanks, String lastTry, String deadline, String intro, String request) {}

    ArticleStories(Studio studio, Locale language, Words words) {
        this.studio = studio;
        this.texts = Texts.in(language);
        this.words = words;
    }

    @Test
    @DisplayName("no answer: the last try is put to the gut, and the one after it is held")
    void noAnswer() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        List<Letter> tries = Story.tries(anna, 16, 9);
        studio.sent(tries);
        ComposeWindow draft = studio.followUp(tries.get(1));
        draft.awaitBadge("3/3");
        draft.type(words.lastTry().formatted(anna.first()));
        Panel panel = draft.openPanel();
        panel.awaitAdvice(texts.say("last-try"));
        panel.press(texts.say("gut-check.annoyed"));
        Await.that("what follows from the gut", () -> panel.text().contains(texts.say("gut-check.annoyed.text")));
        picture("no-answer");

        open(panel, "more");
        panel.press(texts.say("action.let-go", anna.name()));

        panel.awaitNote(texts.say("noted.let-go", anna.name()));
        panel.awaitNoAdvice(texts.say("last-try"));
    }

    @Test
    @DisplayName("a no: the one person is asked once more, with thanks, a reason, and little time")
    void no() {
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        ComposeWindow draft = answerTo(miriam, words.no());
        Panel panel = draft.openPanel();
        panel.awaitAdvice(texts.say("no-or-busy", miriam.name()));
        picture("no-or-busy");
        panel.press(texts.say("meant.no"));
        panel.awaitAdvice(texts.say("ask-priority", miriam.name()));
        panel.press(texts.say("ask-priority.the-one"));
        panel.awaitAdvice(texts.say("ask-origin", miriam.name()));
        panel.press(texts.say("ask-origin.found"));
        panel.awaitAdvice(texts.say("thank-them", miriam.name()));
        panel.awaitAdvice(texts.say("compelling-reason", miriam.name()));
        picture("after-a-no");
        panel.close();

        draft.type(words.afterNo().formatted(miriam.first()));

        Panel again = draft.openPanel();
        again.awaitNoAdvice(texts.say("thank-them", miriam.name()));
        again.awaitNoAdvice(texts.say("compelling-reason", miriam.name()));
        assertThat(again.advice().stream().map(Panel.Advice::severity)).doesNotContain("warning", "hold");
    }

    @Test
    @DisplayName("a no to somebody introduced: the introducer comes first, and gets a mail that asks")
    void introducer() {
        Person karla = new Person("Karla Stein", "karla@stein.example");
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        studio.received(Letter.of(karla, Person.LENA, 12, "Lena, Jonas", words.introduction()).with("Cc", jonas.mailbox()));
        ComposeWindow draft = answerTo(jonas, words.no());
        Panel panel = draft.openPanel();
        panel.press(texts.say("meant.no"));
        panel.awaitAdvice(texts.say("ask-origin", jonas.name()));

        panel.press(texts.say("ask-origin.introduced-by", karla.name()) + "…");
        panel.run("document.querySelector('.inline-form:not([hidden]) form').requestSubmit();");

        panel.awaitAdvice(karla.name());
        assertThat(panel.advice().get(0).severity()).isEqualTo("warning");
        picture("introduced");
        panel.press(texts.say("fix.write-to", karla.name()));
        Await.that("the mail to the introducer", () -> studio.thunderbird().call("composeWindows").size() == 2);
        ComposeWindow request = ComposeWindow.newest(studio.thunderbird());
        String subject = texts.say("introduced.subject", jonas.name());
        Await.until("its subject", request::subject, subject::equals);
        Await.until("its text", request::text, text -> text.contains(jonas.name()));
        picture("mail-to-the-introducer");
    }

    @Test
    @DisplayName("a yes, a meeting, silence: a thank-you is not pressed, then it goes as with a first request")
    void meeting() {
        Person sofia = new Person("Sofia Marini", "sofia@marini.example");
        List<Letter> tries = Story.tries(sofia, "An illustrated map of Turin", 30, 22);
        Letter thanks = Letter.of(Person.LENA, sofia, 8, "Turin", words.thanks().formatted(sofia.first()));
        studio.sent(tries);
        studio.sent(List.of(thanks));
        studio.received(Letter.of(sofia, Person.LENA, 21, "Re: An illustrated map of Turin", words.yes()).following(tries.get(1)));
        ComposeWindow draft = studio.followUp(thanks);
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();

        say(panel, LocalDate.now().minusDays(9));

        panel.awaitNote(texts.say("noted.met", sofia.name()));
        Await.that("what silence means", () -> panel.text().contains(texts.say("passage.silence-means-busy")));
        picture("after-the-meeting");
    }

    @Test
    @DisplayName("the exception: a call before a deadline, in two sentences")
    void call() {
        Person david = new Person("David Chen", "david.chen@press.example");
        List<Letter> tries = Story.tries(david, 10);
        studio.sent(tries);
        ComposeWindow draft = studio.followUp(tries.get(0));
        draft.awaitBadge("2/3");
        Panel panel = draft.openPanel();
        open(panel, "more");
        panel.press(texts.say("call.offer") + "…");
        panel.run("""
                document.querySelectorAll(".call input, .call textarea").forEach((field, at) => {
                  field.value = args[at];
                  field.dispatchEvent(new Event("input", {bubbles: true}));
                });""", LocalDate.now().plusDays(5).toString(), words.deadline(), words.intro(), words.request());
        panel.press(texts.say("call.submit"));
        Await.that("the script", () -> panel.texts(".spoken p").equals(List.of(words.intro(), words.request())));
        picture("call");
    }

    private void say(Panel panel, LocalDate day) {
        open(panel, "more");
        panel.press(texts.say("action.met") + "…");
        panel.run("""
                const day = [...document.querySelectorAll("input[type=date]")].find(field => field.checkVisibility());
                day.value = args[0];
                day.form.requestSubmit();""", day.toString());
    }

    private static void open(Panel panel, String section) {
        panel.run("document.getElementById(args[0]).open = true;", section);
    }

    /** An answer in progress to what somebody answered to a first try. */
    private ComposeWindow answerTo(Person person, String answer) {
        List<Letter> tries = Story.tries(person, 8);
        studio.sent(tries);
        studio.received(Letter.of(person, Person.LENA, 2, "Re: Bridges at night", answer).following(tries.get(0)));
        ComposeWindow draft = studio.followUp(tries.get(0));
        draft.awaitLens(texts.say("lens.no-or-busy", person.name()));
        return draft;
    }

    private void picture(String name) {
        studio.thunderbird().screenshot(Studio.IMAGE.resolveSibling("e2e").resolve(getClass().getSimpleName()).resolve(name + ".png"));
    }
}
