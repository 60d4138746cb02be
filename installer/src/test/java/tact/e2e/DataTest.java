package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What Tact keeps is in the user's hands")
class DataTest {

    private static final Path SAVED = Studio.IMAGE.resolveSibling("e2e-saved");

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact(settings -> settings
            .preference("browser.download.useDownloadDir", true)
            .preference("browser.download.folderList", 2)
            .preference("browser.download.dir", SAVED.toString()));

    private static final Person ANNA = new Person("Anna Berg", "anna.berg@verlag.example");
    private static final Person JONAS = new Person("Jonas Brandt", "jonas@brandt-books.example");

    @Test
    @DisplayName("an export, all erased, and the export imported: counter and list are as before")
    void exportEraseImport() throws IOException {
        Folders.delete(SAVED);
        Files.createDirectories(SAVED);
        List<Letter> tries = Story.tries(JONAS, 19, 12);
        STUDIO.sent(tries);
        MessageWindow mail = MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(1));
        mail.awaitBadge("2/3");
        OptionsPage options = OptionsPage.open(STUDIO);
        String before = options.followUps();
        assertThat(before).contains("jonas@brandt-books.example");

        options.click("#export");
        options.awaitSaid("#export-said", "records exported");
        Path export = Await.until("the export to be saved", DataTest::saved, files -> !files.isEmpty()).get(0);
        String records = Files.readString(export);
        assertThat(records).startsWith("{\"records\":[\n{\"kind\":\"tact-export\"").contains("jonas@brandt-books.example");

        options.click("#table");
        Path table = Await.until("the table to be saved", DataTest::saved, files -> files.size() == 2).stream()
                .filter(file -> file.toString().endsWith(".csv")).findAny().orElseThrow();
        assertThat(Files.readString(table)).contains("\r\njonas@brandt-books.example,Jonas Brandt,Bridges at night,Due,");

        options.click("#erase");
        options.click("#erase-sure .danger");
        Await.that("the list to be empty", () -> !options.followUps().contains("jonas"));
        assertThat(kept()).doesNotContain("jonas@brandt-books.example");

        options.choose(records);
        options.awaitSaid("#import-said", "are new");
        assertThat(options.followUps()).isEqualTo(before);
        MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(0)).awaitBadge("2/3");
    }

    @Test
    @DisplayName("who is muted stands in a list, and is unmuted from it, and muted again by undo")
    void muted() {
        List<Letter> tries = Story.tries(new Person("Paul Lindqvist", "paul@lindqvist.example"), 10);
        STUDIO.sent(tries);
        MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(0)).awaitBadge("1/3");
        OptionsPage options = OptionsPage.open(STUDIO);
        options.run("await browser.runtime.sendMessage({type: 'mute-stated', isMuted: true, muted: {"
                + "person: args[0], references: [], scope: 'person'}}); location.reload();", "paul@lindqvist.example");
        OptionsPage anew = OptionsPage.open(STUDIO);
        Await.that("the list of who is muted", () -> anew.texts("#muted li").toString().contains("paul@lindqvist.example"));

        anew.click("#muted button");
        Await.that("nobody to be muted", () -> anew.texts("#muted li").isEmpty());
        anew.click("#undo");
        Await.that("him to be muted again", () -> !anew.texts("#muted li").isEmpty());
    }

    @Test
    @DisplayName("a person who is forgotten is nowhere in the bytes of the data folder")
    void forget() {
        List<Letter> tries = Story.tries(ANNA, 16, 9);
        STUDIO.sent(tries);
        STUDIO.received(Story.outOfOffice(tries.get(1), ANNA, 8));
        MessageWindow.show(STUDIO.thunderbird(), "Sent", tries.get(1)).awaitBadge("2/3");
        Await.that("the ledger to know her", () -> kept().contains("anna.berg@verlag.example"));
        // A mail with her that stays open would be read with her history in a moment.
        Letter news = Letter.of(JONAS, Person.LENA, 1, "Spring list", "Our new books are out.");
        STUDIO.received(news);
        MessageWindow.show(STUDIO.thunderbird(), "INBOX", news);
        OptionsPage options = OptionsPage.open(STUDIO);

        options.fill("#person", ANNA.mailbox());
        options.click("#forget button");
        options.click("#forget-sure .danger");

        options.awaitSaid("#forget-said", "Anna Berg");
        // Not the bytes themselves in the report of a failure.
        assertThat(kept().contains("anna.berg") || kept().contains("Anna Berg")).isFalse();
    }

    /** The saved files that are complete. */
    private static List<Path> saved() {
        try (Stream<Path> files = Files.list(SAVED)) {
            List<Path> all = files.toList();
            return all.stream().anyMatch(file -> file.toString().endsWith(".part")) ? List.of() : all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every byte of the data folder, one character each. */
    private static String kept() {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(STUDIO.thunderbird().home().resolve(".local/share/tact"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString();
    }
}
