package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The import of 5,000 mails over IMAP")
class ImportTest {

    private static final int MAILS = 5_000;

    /** What a mail is to the ledger, but for when it was seen. */
    private static final String FACTS = """
            SELECT message_id, date, sender, recipients, copies, subject, mail_references, conversation, author_kind,
                list_post, failed_recipients, returned_mail, hex(sketch), meaning, proposed_day, return_date,
                introduces, informs
            FROM mail ORDER BY message_id""";

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    private static Set<String> expected;

    @BeforeAll
    static void fillTheMailbox() {
        Map<String, List<Letter>> years = YearsOfMail.of(MAILS);
        years.forEach((folder, letters) -> STUDIO.server().stock(
                Person.LENA.address(), folder, letters.stream().map(Letter::raw).toList()));
        STUDIO.server().stock(
                Person.LENA.address(), "Trash", YearsOfMail.unwanted().stream().map(Letter::raw).toList());
        STUDIO.thunderbird().refresh("Trash");
        years.keySet().forEach(ImportTest::keepOnThisComputer);
        expected = years.values().stream().flatMap(List::stream)
                .filter(letter -> !letter.subject().equals(YearsOfMail.LONG_AGO))
                .map(Letter::messageId).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("leaves the same facts whether or not the host is killed and the add-on restarted in the midst of it")
    void interrupted() throws Exception {
        WelcomePage page = WelcomePage.open(STUDIO.thunderbird());
        assertThat(page.text()).contains("The Tact program is here and answers");
        page.click("#start");
        page.awaitDone(MAILS / 5);
        picture(page, "#progress", "running");

        killHosts();
        page.awaitDone(MAILS * 2 / 5);
        page.click("#pause");
        page.awaitState("paused");
        page.click("#resume");
        page.awaitDone(MAILS / 2);
        STUDIO.thunderbird().call("reloadAddOn");

        page = WelcomePage.open(STUDIO.thunderbird());
        assertThat(page.view().get("state").asString()).isEqualTo("running");
        assertThat(page.done()).isGreaterThan(MAILS / 4);
        page.awaitState("done");
        awaitFindings(page);
        assertThat(page.texts("#groups .count")).isNotEmpty();
        picture(page, "#findings", "done");
        List<String> interrupted = factsOfTheEndedHost("interrupted");

        page = WelcomePage.open(STUDIO.thunderbird());
        page.click("#start");
        page.awaitState("done");
        assertThat(page.view().get("taken").asInt()).isEqualTo(expected.size());
        List<String> undisturbed = factsOfTheEndedHost("undisturbed");

        assertThat(undisturbed.stream().map(fact -> fact.substring(0, fact.indexOf('|'))).collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(interrupted).isEqualTo(undisturbed);
    }

    /** As Thunderbird does by itself, unless told otherwise. */
    private static void keepOnThisComputer(String folder) {
        STUDIO.thunderbird().refresh(folder);
        STUDIO.thunderbird().call("download", folder);
        Await.that("the mails of " + folder, () -> STUDIO.thunderbird().call("left", folder).asInt() == 0);
    }

    private static void awaitFindings(Page page) {
        Await.that("the findings", () -> page.run("return !document.getElementById('findings').hidden"
                + " && document.getElementById('behind').hidden;").asBoolean());
    }

    private static void killHosts() {
        STUDIO.hosts().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the host, takes its ledger away, and starts the add-on anew. */
    private static List<String> factsOfTheEndedHost(String name) throws IOException, SQLException {
        STUDIO.thunderbird().call("switchAddOn", false);
        Await.that("the end of the host", () -> STUDIO.hosts().isEmpty());
        Path data = STUDIO.thunderbird().home().resolve(".local/share/tact");
        Path aside = data.resolveSibling("tact-" + name);
        Files.move(data, aside);
        STUDIO.thunderbird().call("switchAddOn", true);
        List<String> facts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + aside.resolve("ledger.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FACTS)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> fact = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    fact.add(String.valueOf(rows.getString(column)));
                }
                facts.add(String.join("|", fact));
            }
        }
        return facts;
    }

    private static void picture(Page page, String shown, String name) {
        page.run("document.querySelector(args[0]).scrollIntoView({ block: 'center' });", shown);
        STUDIO.thunderbird().screenshot(STUDIO.thunderbird().home().resolve(name + ".png"));
    }
}
