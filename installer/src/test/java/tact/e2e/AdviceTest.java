package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The panel")
class AdviceTest {

    private static final String QUOTE_HINT = "Your first mail is not in this draft";

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    @Test
    @DisplayName("says that it is too early, and from which working day on it is not")
    void tooEarly() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        List<Letter> tries = Story.tries(anna, 3);
        STUDIO.sent(tries);
        LocalDate due = LocalDate.now().minusDays(3).plusDays(7);
        while (due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY) {
            due = due.plusDays(1);
        }
        String day = due.format(DateTimeFormatter.ofPattern("EEE, MMM d", Locale.ENGLISH));

        ComposeWindow draft = STUDIO.followUp(tries.get(0));

        draft.awaitLens("better wait until " + day);
        assertThat(draft.openPanel().advice("Give it a week")).hasValueSatisfying(advice -> {
            assertThat(advice.text()).contains("3 days ago", day);
            assertThat(advice.severity()).isEqualTo("warning");
            assertThat(advice.passage()).contains("a week (or two)");
        });
    }

    @Test
    @DisplayName("says that a second try is due")
    void due() {
        Person jonas = new Person("Jonas Brandt", "jonas@brandt-books.example");
        List<Letter> tries = Story.tries(jonas, 10);
        STUDIO.sent(tries);

        ComposeWindow draft = STUDIO.followUp(tries.get(0));
        draft.awaitBadge("2/3");

        assertThat(draft.openPanel().advice("10 days ago: a good time to try again")).isPresent();
    }

    @Test
    @DisplayName("says that a third try is the last")
    void lastTry() {
        Person miriam = new Person("Miriam Okafor", "miriam@okafor.example");
        List<Letter> tries = Story.tries(miriam, 17, 9);
        STUDIO.sent(tries);

        ComposeWindow draft = STUDIO.followUp(tries.get(1));
        draft.awaitBadge("3/3");

        assertThat(draft.openPanel().advice("This is the last try")).hasValueSatisfying(advice -> {
            assertThat(advice.severity()).isEqualTo("warning");
            assertThat(advice.passage()).contains("one last time");
        });
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("inserts the first mail under the text and keeps the caret; then there is nothing more to quote")
    void insertFirstMail(ComposeWindow.Format format) {
        ComposeWindow draft = draftWithoutQuote(format);
        String caret = draft.textBeforeCaret();

        quoteHint(draft).fix("Insert my first mail");

        assertThat(draft.text()).containsSubsequence(
                "have you seen my mail of last week?", "Lena Vogt wrote:", "twelve plates of bridges at night");
        if (format == ComposeWindow.Format.HTML) {
            assertThat(draft.html()).contains("class=\"moz-cite-prefix\"", "<blockquote type=\"cite\" cite=\"mid:");
        } else {
            assertThat(draft.html()).doesNotContain("blockquote");
            assertThat(draft.text()).contains("> May I show you the portfolio?");
        }
        assertThat(draft.textBeforeCaret()).isEqualTo(caret);
        draft.type(" It is below.");
        assertThat(draft.text()).contains("last week? It is below.");
        Panel panel = draft.openPanel();
        Await.that("the hint to go", () -> panel.advice(QUOTE_HINT).isEmpty());
    }

    @Test
    @DisplayName("inserts long lines into plain text so that they are still quoted when the mail has been sent")
    void longLinesStayQuoted() {
        Person kim = new Person("Kim Sato", "kim." + System.nanoTime() + "@sato.example");
        STUDIO.sent(Story.tries(kim, 10));
        ComposeWindow draft = STUDIO.write(kim, "Bridges at night", ComposeWindow.Format.PLAIN_TEXT);
        draft.type("Dear Kim,\nhave you seen my mail of last week?");
        draft.awaitBadge("2/3");
        quoteHint(draft).fix("Insert my first mail");
        draft.sendAway();

        String mail = STUDIO.awaitMail(kim, "INBOX", "have you seen my mail of last week?");
        String quote = mail.substring(mail.indexOf("Lena Vogt wrote:") + "Lena Vogt wrote:".length()).strip();
        assertThat(quote.lines()).hasSizeGreaterThan(5).allMatch(line -> line.startsWith(">"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("inserts the first mail in one step, which one undo takes back")
    void undo(ComposeWindow.Format format) {
        ComposeWindow draft = draftWithoutQuote(format);
        String before = draft.html();
        quoteHint(draft).fix("Insert my first mail");
        assertThat(draft.html()).isNotEqualTo(before);

        draft.undo();

        assertThat(draft.html()).isEqualTo(before);
        assertThat(quoteHint(draft).advice(QUOTE_HINT)).isPresent();
    }

    @Test
    @DisplayName("opens from the lens")
    void fromTheLens() {
        Person olga = new Person("Olga Petrova", "olga@petrova.example");
        STUDIO.sent(Story.tries(olga, 10));
        ComposeWindow draft = STUDIO.write(olga, "Bridges at night");
        draft.awaitLens("Attempt 2 of 3");

        draft.clickLens();

        assertThat(Panel.await(STUDIO.thunderbird()).advice()).isNotEmpty();
    }

    @Test
    @DisplayName("is quiet about a mail to oneself")
    void toOneself() {
        ComposeWindow draft = STUDIO.write(Person.LENA, "A note to myself");
        draft.type("Buy ink.");

        Await.pause(Duration.ofSeconds(2));
        assertThat(draft.badge()).isEmpty();
        assertThat(draft.lens()).isEmpty();
        assertThat(draft.openPanel().advice()).isEmpty();
    }

    private static ComposeWindow draftWithoutQuote(ComposeWindow.Format format) {
        Person paul = new Person("Paul Lindqvist", "paul@lindqvist" + System.nanoTime() + ".example");
        STUDIO.sent(Story.tries(paul, 10));
        ComposeWindow draft = STUDIO.write(paul, "Bridges at night", format);
        draft.type("Dear Paul,\nhave you seen my mail of last week?");
        draft.awaitBadge("2/3");
        return draft;
    }

    /** The panel, once it gives the hint to quote. */
    private static Panel quoteHint(ComposeWindow draft) {
        Panel panel = draft.openPanel();
        Await.that("the hint to quote", () -> panel.advice(QUOTE_HINT).isPresent());
        return panel;
    }
}
