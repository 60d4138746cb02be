package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mail is written twice, key by key the same: in a Thunderbird with Tact at work, and in one without the add-on. */
@DisplayName("With Tact at work, byte for byte what it is without the add-on is")
class BytePromiseTest {

    /** Mailed twice, so that lens, badge, advice and panel all have something to show. */
    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");

    private static final List<Letter> TRIES = Story.tries(ANNA, 16, 9);

    /** Headers whose values are new with every mail. */
    private static final Pattern NEW_EACH_TIME =
            Pattern.compile("(?m)^(Message-ID|Date|Received): .*(\\r\\n[ \\t].*)*\\r\\n");

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");

    @RegisterExtension
    static final Studio WITH = Studio.withTact();

    @RegisterExtension
    static final Studio WITHOUT = Studio.withoutTact();

    @BeforeAll
    static void triesWithoutAnswer() {
        WITH.sent(TRIES);
        WITHOUT.sent(TRIES);
    }

    @Test
    @DisplayName("a new mail in HTML with bold text")
    void html() {
        String mail = sentTheSame("An exhibition in Leipzig", studio -> {
            ComposeWindow draft = studio.write(ANNA, "An exhibition in Leipzig");
            draft.type("Dear Anna,\nmay I show you ");
            draft.typeBold("twelve plates");
            draft.type(" of bridges — from Porto to Wrocław?\n\nLena");
            return draft;
        });

        assertThat(mail).contains("multipart/alternative", "<b>twelve plates</b>");
    }

    @Test
    @DisplayName("a new mail in plain text")
    void plainText() {
        String mail = sentTheSame("A bookshop in Gent", studio -> {
            ComposeWindow draft = studio.write(ANNA, "A bookshop in Gent", ComposeWindow.Format.PLAIN_TEXT);
            draft.type("Dear Anna,\n\nmay I show you twelve plates of bridges — from Porto to Wrocław?\n\n  Lena  ");
            return draft;
        });

        assertThat(mail).contains("Content-Type: text/plain").doesNotContain("text/html");
    }

    @Test
    @DisplayName("a reply in HTML with a quote")
    void reply() {
        String mail = sentTheSame("the last line from me", studio -> {
            ComposeWindow draft = studio.followUp(TRIES.get(1));
            draft.typeBold("Dear Anna,");
            draft.type(" this is the last line from me.");
            return draft;
        });

        assertThat(mail).contains("<blockquote", "In-Reply-To: " + TRIES.get(1).id());
    }

    @Test
    @DisplayName("a reply in plain text with a quote")
    void plainReply() {
        String mail = sentTheSame("Plain and short", studio -> {
            ComposeWindow draft = studio.followUp(TRIES.get(1), ComposeWindow.Format.PLAIN_TEXT);
            draft.type("Plain and short.");
            return draft;
        });

        assertThat(mail).contains("\r\n> ").doesNotContain("text/html");
    }

    @ParameterizedTest(name = "a saved draft: {0}")
    @EnumSource
    void draft(ComposeWindow.Format format) {
        String subject = "A draft, " + format;
        assertTheSame(studio -> {
            ComposeWindow draft = studio.write(ANNA, subject, format);
            draft.type("Dear Anna,\nnot ready yet");
            atWork(studio, draft);
            draft.saveDraft();
            String mail = studio.awaitMail(Person.LENA, "Drafts", "Subject: " + subject);
            draft.close();
            return mail;
        });
    }

    @ParameterizedTest(name = "a mail whose words are underlined: {0}")
    @EnumSource
    void squiggles(ComposeWindow.Format format) throws IOException {
        byte[] manifest = Files.readAllBytes(WITH.manifest());
        try {
            WITH.useFakeHost("linter");
            WITH.thunderbird().call("reloadAddOn");
            String mark = "Underlined, " + format;
            assertTheSame(studio -> {
                ComposeWindow draft = studio.write(ANNA, mark, format);
                draft.type("Dear Anna,\nI am just checking in. Could you answer ASAP, please? "
                        + "I am still waiting for your answer");
                if (format == ComposeWindow.Format.HTML) {
                    draft.typeBold(", ASAP.");
                }
                if (studio == WITH) {
                    Await.until("the squiggles", draft::squiggles, seen -> seen.size() >= 3);
                    draft.pointAt("hint");
                    Await.that("what it says", () -> draft.hint().equals("This asks nothing."));
                }
                draft.sendAway();
                return studio.awaitMail(ANNA, "INBOX", mark) + "\r\n=== the copy in Sent\r\n"
                        + studio.awaitMail(Person.LENA, "Sent", mark);
            });
        } finally {
            Files.write(WITH.manifest(), manifest);
            WITH.thunderbird().call("reloadAddOn");
        }
    }

    /**
     * Writes and sends a mail in both.
     *
     * @param mark a text that only this mail contains
     * @return the mail as its recipient got it, and the copy in Sent
     */
    private static String sentTheSame(String mark, Function<Studio, ComposeWindow> writing) {
        return assertTheSame(studio -> {
            ComposeWindow draft = writing.apply(studio);
            atWork(studio, draft);
            draft.send();
            if (studio == WITH) {
                // Of the mails of this class, all but the first are fourth tries.
                answerHold(draft);
            }
            draft.awaitClosed();
            return studio.awaitMail(ANNA, "INBOX", mark) + "\r\n=== the copy in Sent\r\n"
                    + studio.awaitMail(Person.LENA, "Sent", mark);
        });
    }

    private static void answerHold(ComposeWindow draft) {
        Await.that("the hold or the end of the draft",
                () -> HoldWindow.isOpen(WITH.thunderbird()) || !draft.isOpen());
        if (draft.isOpen()) {
            HoldWindow.await(WITH.thunderbird()).choose("send-anyway");
        }
    }

    /** Where there is Tact: waits until everything that it shows is shown. */
    private static void atWork(Studio studio, ComposeWindow draft) {
        if (studio == WITH) {
            draft.awaitLens(lens -> lens.contains("Anna Berg") && !lens.contains("Looking"));
            assertThat(draft.openPanel().advice()).isNotEmpty();
        }
    }

    private static String assertTheSame(Function<Studio, String> mail) {
        String with = mail.apply(WITH);
        String without = mail.apply(WITHOUT);
        assertThat(unchanging(with)).isEqualTo(unchanging(without));
        return with;
    }

    /** The mail without what is new with every mail. */
    private static String unchanging(String mail) {
        String unchanging = NEW_EACH_TIME.matcher(mail).replaceAll("");
        Matcher boundary = BOUNDARY.matcher(mail);
        while (boundary.find()) {
            unchanging = unchanging.replace(boundary.group(1), "BOUNDARY");
        }
        return unchanging;
    }
}
