package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tact.store.OwnerOnly;
import tact.store.SqliteLedger;

@DisplayName("The doctor")
class DoctorTest {

    /** The welcome of a host, as a shell prints it: its length in the byte order of the machines this runs on. */
    private static final String WELCOME = """
            #!/bin/sh
            cat >/dev/null
            printf '\\072\\000\\000\\000{"v":1,"id":1,"welcome":{"host":"7","protocol":1,"la":""}}'
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private TemporaryImage computer;

    @BeforeEach
    void aComputerInOrder() throws IOException {
        computer = TemporaryImage.in(folder);
        launcher(WELCOME);
        Path training = Files.createDirectories(computer.image().resolve("lib/training"));
        Files.copy(Path.of("../host/protocol/hello.json"), training.resolve("hello.json"));
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.2\"\n");
        variables.put("JAVA_HOME", folder.resolve("jdk").toString());
        for (Placement placement : Installation.of(environment(), List.of())) {
            placement.write();
        }
    }

    @Test
    @DisplayName("finds nothing where all is in order")
    void allIsWell() {
        emptyLedger();

        assertThat(examine()).allSatisfy(finding -> assertThat(finding.isGood()).as(finding.key()).isTrue());
        assertThat(examine()).extracting(Finding::key).containsExactly(
                "java.found", "placed.CURRENT", "placed.CURRENT", "data.own", "ledger.whole", "host.answers");
        assertThat(found("host.answers").arguments()).containsExactly("7");
    }

    @Test
    @DisplayName("takes no ledger for no fault: Tact has not been started yet")
    void freshly() {
        assertThat(examine()).allMatch(Finding::isGood);
        assertThat(data()).doesNotExist();
    }

    @Test
    @DisplayName("finds that there is no Java that is new enough")
    void oldJava() throws IOException {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(found("java.missing").isGood()).isFalse();
    }

    @Test
    @DisplayName("finds a manifest that is gone and an add-on of another version")
    void placements() throws IOException {
        Files.delete(computer.home().resolve(".mozilla/native-messaging-hosts/tact.json"));
        Files.writeString(computer.profile().resolve("extensions/tact@followups.xpi"), "add-on 0");

        assertThat(found("placed.MISSING").part()).isEqualTo("part.manifest");
        assertThat(found("placed.DIFFERENT").part()).isEqualTo("part.addOn");
    }

    @Test
    @DisplayName("finds that others can read what Tact has learnt")
    void openFolder() throws IOException {
        Files.createDirectories(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(found("data.open").isGood()).isFalse();
    }

    @Test
    @DisplayName("finds a damaged ledger, and leaves it as it is")
    void damagedLedger() throws IOException {
        Path file = emptyLedger();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096);
            bytes.write(new byte[4096]);
        }
        byte[] before = Files.readAllBytes(file);

        assertThat(found("ledger.damaged").isGood()).isFalse();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    @DisplayName("tells what a host says that does not start")
    void brokenHost() throws IOException {
        launcher("#!/bin/sh\necho 'no Java here' >&2\nexit 3\n");

        assertThat(found("host.fails").arguments()[0].toString()).contains("exit code 3").contains("no Java here");
    }

    @Test
    @DisplayName("tells why a host refuses")
    void refusal() throws IOException {
        launcher("""
                #!/bin/sh
                cat >/dev/null
                printf '\\103\\000\\000\\000{"v":1,"id":1,"problem":{"code":8,"text":"no","retryable":false}}  '
                """);

        assertThat(found("host.refuses").arguments()).containsExactly("no");
    }

    private Path emptyLedger() {
        OwnerOnly.createFolder(data());
        Path file = data().resolve("ledger.sqlite");
        SqliteLedger.open(file).close();
        return file;
    }

    private Path data() {
        return computer.home().resolve(".local/share/tact");
    }

    private void launcher(String script) throws IOException {
        Path launcher = computer.image().resolve("bin/tact");
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Environment environment() {
        return new Environment("linux", computer.home(), variables, computer.image());
    }

    private List<Finding> examine() {
        return new Doctor(environment(), folder.resolve("no Javas")).examine(List.of());
    }

    private Finding found(String key) {
        return examine().stream().filter(finding -> finding.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + examine()));
    }
}
