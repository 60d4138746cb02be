package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The version in the POM")
class VersionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = System.getProperty("tact.version");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is the add-on's, which the sources leave open")
    void addOn() throws IOException {
        try (ZipFile xpi = new ZipFile(Studio.IMAGE.resolve("extension/tact.xpi").toFile())) {
            assertThat(version(xpi.getInputStream(xpi.getEntry("manifest.json")).readAllBytes())).isEqualTo(VERSION);
        }
        assertThat(version(Files.readAllBytes(Path.of("../extension/src/manifest.json")))).isEqualTo("0.0.0");
    }

    @Test
    @DisplayName("is what the host says in its welcome")
    void welcome() throws IOException {
        Map<String, String> ledger = Map.of("TACT_HOME", folder.toString());

        try (HostProcess host = HostProcess.start(folder.resolve("tact.json"), ledger)) {
            assertThat(host.hello().get("welcome").get("host").asString()).isEqualTo(VERSION);
        }
    }

    private static String version(byte[] manifest) {
        return JSON.readTree(manifest).get("version").asString();
    }
}
