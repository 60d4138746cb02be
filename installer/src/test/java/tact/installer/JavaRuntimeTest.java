package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Javas to train")
class JavaRuntimeTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are those the launcher may choose: new enough, the first of each version")
    void candidates() throws IOException {
        Path chosen = java("mine", "17.0.2");
        java("system/a", "11.0.2");
        java("system/b", "17.0.15");
        Path newest = java("system/c", "25");

        assertThat(candidates(Map.of("TACT_JAVA", chosen.toString())))
                .containsExactly(new JavaRuntime(17, chosen), new JavaRuntime(25, newest));
    }

    @Test
    @DisplayName("are the image's own alone where it has one, but for TACT_JAVA")
    void ownRuntime() throws IOException {
        Path own = java("image/lib/runtime", "25.0.3");
        Path other = java("system/a", "17.0.15");
        Map<String, String> variables = Map.of("JAVA_HOME", other.resolve("../..").toString());

        assertThat(candidates(variables)).containsExactly(new JavaRuntime(25, own));
        assertThat(candidates(Map.of("TACT_JAVA", other.toString())))
                .containsExactly(new JavaRuntime(17, other), new JavaRuntime(25, own));
    }

    @Test
    @DisplayName("get an archive of the kind their version knows")
    void archives() {
        assertThat(new JavaRuntime(17, folder).archiveName()).isEqualTo("start-17.jsa");
        assertThat(new JavaRuntime(25, folder).archiveName()).isEqualTo("start-25.aot");
    }

    private Collection<JavaRuntime> candidates(Map<String, String> variables) throws IOException {
        return JavaRuntime.candidates(
                new Environment("linux", folder, variables, folder.resolve("image")), folder.resolve("system"));
    }

    private Path java(String home, String version) throws IOException {
        Path program = Files.createDirectories(folder.resolve(home).resolve("bin")).resolve("java");
        Files.writeString(folder.resolve(home).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(program, "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }
}
