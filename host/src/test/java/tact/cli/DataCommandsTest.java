package tact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static tact.Post.ANNA;
import static tact.Post.BORIS;
import static tact.Post.LENA;
import static tact.Post.answer;
import static tact.Post.at;
import static tact.Post.attempt;
import static tact.Post.ids;
import static tact.Post.mails;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tact.event.Claim;
import tact.store.OwnerOnly;
import tact.store.SqliteLedger;
import tact.tracker.Dossier;
import tact.tracker.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("tact export, import, forget, erase")
class DataCommandsTest {

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int tact(String... arguments) {
        return tactIn("data", arguments);
    }

    private int tactIn(String data, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return CommandLineInterface.run(
                new PrintWriter(out, true), new PrintWriter(err, true), folder.resolve(data), arguments);
    }

    private int answering(String answer, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        try {
            return tact(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private Dossier facts(String data) {
        try (SqliteLedger ledger = SqliteLedger.openToRead(folder.resolve(data).resolve("ledger.sqlite"))) {
            return ledger.all();
        }
    }

    private Path export() {
        return folder.resolve("export.json");
    }

    @BeforeEach
    void fill() {
        OwnerOnly.createFolder(folder.resolve("data"));
        try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("data").resolve("ledger.sqlite"))) {
            ledger.recordMe(List.of(LENA));
            ledger.recordMails(
                    mails(attempt("1", "2026-11-02T09:00"), answer("2", "2026-11-03T09:00").on("1"), attempt("3", "2026-11-04T09:00").to(BORIS)),
                    at("2026-11-05T09:00"));
            ledger.recordStatement(new Statement(at("2026-11-05T09:00"), new Claim.AnsweredElsewhere(), BORIS, ids("3")));
        }
    }

    @Test
    @DisplayName("An export is one JSON object that its owner alone can read, and an import of it gives the same facts, once")
    void export_and_import() throws IOException {
        assertThat(tact("export", export().toString())).isZero();

        JsonNode file = JsonMapper.shared().readTree(export());
        assertThat(file.get("records").get(0).get("kind").asString()).isEqualTo("tact-export");
        assertThat(Files.readAllLines(export())).hasSize(file.get("records").size() + 2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export()))).isEqualTo("rw-------");

        assertThat(tactIn("other", "import", export().toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("5 recorded, 0 known before, 0 unreadable");
        assertThat(facts("other")).isEqualTo(facts("data"));

        assertThat(tactIn("other", "import", "--json", export().toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"recorded\":0,\"known\":5,\"unreadable\":0}");
        assertThat(facts("other")).isEqualTo(facts("data"));
    }

    @Test
    @DisplayName("A file that others could read is closed to them, and what it held before is gone")
    void an_export_over_another_file() throws IOException {
        Files.writeString(export(), "x".repeat(100_000));
        Files.setPosixFilePermissions(export(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(tact("export", export().toString())).isZero();

        assertThat(JsonMapper.shared().readTree(export()).get("records").size()).isEqualTo(6);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export()))).isEqualTo("rw-------");
    }

    @Test
    @DisplayName("Without a file an export goes to standard output, which stays open")
    void an_export_to_standard_output() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            assertThat(tact("export")).isZero();
            System.out.print(" ");
        } finally {
            System.setOut(before);
        }

        assertThat(JsonMapper.shared().readTree(written.toByteArray()).get("records").size()).isEqualTo(6);
        assertThat(written.toString(StandardCharsets.UTF_8)).endsWith("]}\n ");
    }

    @Test
    @DisplayName("Where there is no ledger, an export says so and writes nothing")
    void no_ledger() {
        assertThat(tactIn("nowhere", "export", export().toString())).isEqualTo(1);

        assertThat(err.toString()).contains("cannot be opened");
        assertThat(Files.exists(export())).isFalse();
        assertThat(Files.exists(folder.resolve("nowhere"))).isFalse();
    }

    @ParameterizedTest
    @DisplayName("A file that is no export, or broken, is said to be so; what was good before is kept")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                                                                                                   | no export of Tact   | 0",
        "[]                                                                                                   | no export of Tact   | 0",
        "{\"records\":[]}                                                                                     | no export of Tact   | 0",
        "{\"records\":[{\"kind\":\"me\",\"identity\":\"a@b\"}]}                                               | no export of Tact   | 0",
        "{\"records\":[{\"kind\":\"tact-export\",\"version\":2,\"at\":\"2026-11-20T09:00:00Z\"}]}             | update Tact         | 0",
        "{\"records\":[{\"kind\":\"tact-export\",\"version\":1,\"at\":\"2026-11-20T09:00:00Z\"},              | line 1              | 0",
        "{\"records\":[{\"kind\":\"tact-export\",\"version\":1,\"at\":\"2026-11-20T09:00:00Z\"},{\"kind\":\"me\",\"identity\":\"a@b\"},{\"ki | line 1 | 1",
        "{\"records\":[{\"kind\":\"tact-export\",\"version\":1,\"at\":\"2026-11-20T09:00:00Z\"},{\"kind\":\"me\",\"identity\":\"a@b\"},] | line 1 | 1",
    })
    void a_broken_file(String text, String complaint, int recorded) throws IOException {
        Files.writeString(export(), text);

        assertThat(tactIn("other", "import", export().toString())).isEqualTo(1);

        assertThat(err.toString()).contains("cannot be imported").contains(complaint);
        assertThat(facts("other").me()).hasSize(recorded);
    }

    @Test
    @DisplayName("Records without end, depth or bounds are counted as unreadable, and the rest is imported")
    void hostile_records() throws IOException {
        String heading = "{\"kind\":\"tact-export\",\"version\":1,\"at\":\"2026-11-20T09:00:00Z\"}";
        String many = "[" + "1,".repeat(300_000) + "1]";
        Files.writeString(export(), "{\"records\":[" + heading + "," + many + ",{},null,7,{\"kind\":\"me\",\"identity\":\"a@b\"}]}");

        assertThat(tactIn("other", "import", export().toString())).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("1 recorded, 0 known before, 4 unreadable");

        Files.writeString(export(), "{\"records\":[" + heading + "," + "[".repeat(100_000) + "]}");
        assertThat(tactIn("other", "import", export().toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be imported");
    }

    @Test
    @DisplayName("A file that is not there is said to be so")
    void a_missing_file() {
        assertThat(tact("import", export().toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    @DisplayName("To forget somebody asks first, names all their addresses, and says what is gone")
    void forget_asks_first() {
        assertThat(answering("\n", "forget", ANNA.spec())).isEqualTo(1);
        assertThat(out.toString()).contains("Forget everything about").contains(ANNA.spec()).contains("Nothing was forgotten.");
        assertThat(facts("data").mails()).hasSize(3);

        assertThat(answering("", "forget", ANNA.spec())).isEqualTo(1);
        assertThat(facts("data").mails()).hasSize(3);

        assertThat(answering("y\n", "forget", ANNA.spec())).isZero();
        assertThat(out.toString()).contains("2 mails");
        assertThat(facts("data").mails()).extracting(mail -> mail.id().value()).containsExactly("3");
    }

    @Test
    @DisplayName("With --yes nothing is asked, and the words are German where they are wanted")
    void yes_and_german() {
        assertThat(tact("forget", "--yes", "--lang", "de", ANNA.toString())).isZero();

        assertThat(out.toString()).startsWith("Anna Berg ist vergessen.").contains("2 Mails");
        assertThat(tact("forget", "nobody")).isEqualTo(2);
    }

    @Test
    @DisplayName("To erase asks first, and leaves an empty ledger and an empty log")
    void erase_asks_first() throws IOException {
        Path log = folder.resolve("data").resolve("tact.log");
        Files.writeString(log, "anna");
        assertThat(answering("no\n", "erase")).isEqualTo(1);
        assertThat(facts("data").mails()).hasSize(3);

        assertThat(answering("ja\n", "erase", "--lang", "de")).isZero();

        assertThat(facts("data")).isEqualTo(new Dossier(java.util.Set.of(), java.util.Set.of(), List.of(), List.of()));
        assertThat(Files.size(log)).isZero();
    }
}
