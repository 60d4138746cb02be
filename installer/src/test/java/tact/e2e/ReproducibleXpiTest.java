package tact.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The XPI")
class ReproducibleXpiTest {

    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is the same when built in another folder, time zone and umask, from files written in another order")
    void sameBytes() throws IOException {
        copyInReverseOrder("pom.xml", "extension/pom.xml", "extension/xpi.xml", "extension/tools", "extension/src");
        Path log = folder.resolve("log");
        ProcessBuilder build = new ProcessBuilder(
                "sh", "-c", "umask 077; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("maven.home"), "bin/mvn").toString(),
                "--offline", "--batch-mode", "--quiet", "--file", folder.resolve("extension/pom.xml").toString(),
                // What the packages of npm are for is done: the checks of the sources.
                "-DskipTests", "-Dnpm.skip", "package");
        build.environment().put("TZ", "Pacific/Kiritimati");
        build.environment().put("LC_ALL", "C");

        Process built = build.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(Processes.ended(built, LIMIT)).as("end of the build").isTrue();
        } finally {
            built.destroyForcibly();
        }

        assertThat(built.exitValue()).as(Files.readString(log)).isZero();
        assertThat(folder.resolve("extension/target/tact.xpi"))
                .hasSameBinaryContentAs(TREE.resolve("extension/target/tact.xpi"));
    }

    private void copyInReverseOrder(String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> paths = Files.walk(TREE.resolve(name))) {
                paths.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        Collections.sort(files, Collections.reverseOrder());
        for (Path file : files) {
            Path copy = folder.resolve(TREE.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
