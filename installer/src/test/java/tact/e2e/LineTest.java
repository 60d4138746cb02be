package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The line over a displayed mail")
class LineTest {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");

    /** What a mail could try against what is drawn over it. */
    private static final String HOSTILE = """
            <html><head><style>
            html::before, html:root:not(#x)::before { content: "Paid" !important; display: none !important; color: red !important }
            html { --tact-text: "Paid" !important }
            </style></head><body><p>Dear Anna, a word on the bridges at night.</p></body></html>
            """;

    @Test
    @DisplayName("says the counter, leaves the mail's document alone, opens the card, follows the language, and can be switched off")
    void line() {
        List<Letter> tries = Story.tries(ANNA, 11, 4);
        STUDIO.sent(tries);

        MessageWindow mail = MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(1));

        mail.awaitLine(line -> line.startsWith("2/3 · waiting 4 days · due "));
        assertThat(mail.document()).doesNotContain("tact", "2/3");
        mail.clickLine();
        Page card = new Page(STUDIO.thunderbird(), Page.await(STUDIO.thunderbird(), "message/message.html"));
        assertThat(card.text()).contains("2 of 3 tries to Anna Berg");

        STUDIO.set("{\"line\": false}");
        mail.awaitLine(String::isEmpty);
        STUDIO.set("{\"line\": true, \"language\": \"de\"}");
        mail.awaitLine(line -> line.startsWith("2/3 · wartet seit 4 Tagen · fällig "));
        STUDIO.set("{\"language\": null}");
        mail.awaitLine(line -> line.startsWith("2/3 · waiting 4 days"));
    }

    @Test
    @DisplayName("cannot be hidden or changed by the mail under it")
    void hostile() {
        Letter mail = Letter.of(Person.LENA, new Person("Paul Lindqvist", "paul@lindqvist.example"), 3, "Bridges", HOSTILE)
                .with("Content-Type", "text/html; charset=UTF-8");
        STUDIO.sent(List.of(mail));

        MessageWindow window = MessageWindow.show(STUDIO.thunderbird(), "Sent", mail);

        // The mail before it may still be shown.
        window.awaitLine(line -> line.startsWith("1/3 · waiting 3 days · due "));
    }

    @Test
    @DisplayName("is not there where I have not asked")
    void nothing() {
        Letter news = Letter.of(ANNA, Person.LENA, 2, "Spring list", "Our new books are out.");
        STUDIO.received(news);

        MessageWindow window = MessageWindow.show(STUDIO.thunderbird(), "INBOX", news);

        window.awaitBadge("");
        window.awaitLine(String::isEmpty);
    }
}
