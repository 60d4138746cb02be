package tact.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The JDK whose Java is packed")
class JdkTest {

    private static final String LINKS_FROM_ITSELF = "echo 'Linking from run-time image enabled'";
    private static final String NEEDS_JMODS = "echo 'Linking from run-time image disabled'";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is the newest that jlink can link from, with jmods or from itself")
    void newest() throws IOException {
        Path withJmods = jdk("17.0.15", NEEDS_JMODS);
        Files.createDirectories(withJmods.resolve("jmods"));
        Path fromItself = jdk("25.0.3", LINKS_FROM_ITSELF);
        Path without = jdk("26", NEEDS_JMODS);

        assertThat(Jdk.newest(List.of(withJmods, fromItself, without)).home()).isEqualTo(fromItself);
        assertThat(Jdk.newest(List.of(without, withJmods)).version()).isEqualTo(17);
    }

    @Test
    @DisplayName("is missed when there are only Javas without jlink")
    void none() throws IOException {
        Path runtime = jdk("25", LINKS_FROM_ITSELF);
        Files.delete(runtime.resolve("bin/jlink"));

        assertThatThrownBy(() -> Jdk.newest(List.of(runtime))).isInstanceOf(PackagingException.class)
                .hasMessageContaining("package.noJdk");
    }

    private Path jdk(String version, String jlink) throws IOException {
        Path home = Files.createDirectories(folder.resolve(version));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String tool : List.of("jlink", "jdeps")) {
            Path program = Files.createDirectories(home.resolve("bin")).resolve(tool);
            Files.writeString(program, "#!/bin/sh\n" + jlink + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }
}
