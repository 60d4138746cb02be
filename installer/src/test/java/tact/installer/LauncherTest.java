package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script with programs in place of Java that print how they were called. */
@DisplayName("The launcher")
class LauncherTest {

    private record Result(int code, String out, String err) {}

    @TempDir
    private Path folder;

    private Path image;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void anImage() throws IOException {
        image = folder.resolve("an image");
        for (String name : List.of("bin/tact", "bin/tact-install", "lib/launch.sh")) {
            Path file = image.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(Path.of("src/main/image").resolve(name), file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(image.resolve("lib/b.jar"), "");
        Files.writeString(image.resolve("lib/a.jar"), "");
        variables.put("PATH", "/usr/bin:/bin");
    }

    @Test
    @DisplayName("starts the host with its jars in a fixed order and passes the arguments on as they are")
    void arguments() throws IOException {
        variables.put("TACT_JAVA", java("17.0.15"));

        Result result = run(image.resolve("bin/tact"), "a b", "*", "");

        assertThat(result.code).isZero();
        assertThat(result.out).contains("[-cp]\n[" + image + "/lib/a.jar:" + image + "/lib/b.jar]\n[tact.Main]\n"
                + "[a b]\n[*]\n[]\n");
    }

    @Test
    @DisplayName("finds its folder through links, wherever it is called from")
    void links() throws IOException {
        variables.put("TACT_JAVA", java("17.0.15"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("an image/bin/tact-install"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);

        assertThat(run(second).out).contains(image + "/lib/a.jar").contains("[tact.installer.Main]");
    }

    @Test
    @DisplayName("prefers TACT_JAVA to the image's own Java, this to JAVA_HOME, and JAVA_HOME to the path")
    void order() throws IOException {
        String chosen = java("21.0.1");
        String home = java("22.0.1");
        variables.put("JAVA_HOME", Path.of(home).getParent().getParent().toString());
        assertThat(run(image.resolve("bin/tact")).out).startsWith("[" + home + "]");
        Path runtime = image.resolve("lib/runtime");
        Files.move(Path.of(java("25.0.3")).getParent().getParent(), runtime);
        assertThat(run(image.resolve("bin/tact")).out).startsWith("[" + runtime.resolve("bin/java") + "]");
        variables.put("TACT_JAVA", chosen);
        assertThat(run(image.resolve("bin/tact")).out).startsWith("[" + chosen + "]");
    }

    @Test
    @DisplayName("passes over a Java that is too old")
    void tooOld() throws IOException {
        variables.put("JAVA_HOME", Path.of(java("1.8.0_402")).getParent().getParent().toString());
        String good = java("17");
        variables.put("PATH", Path.of(good).getParent() + ":/usr/bin:/bin");

        assertThat(run(image.resolve("bin/tact")).out).startsWith("[" + good + "]");
    }

    @Test
    @DisplayName("says on standard error that the chosen Java is too old, and nothing on standard output")
    void chosenIsTooOld() throws IOException {
        variables.put("TACT_JAVA", java("11.0.2"));

        Result result = run(image.resolve("bin/tact"));

        assertThat(result.code).isEqualTo(3);
        assertThat(result.out).isEmpty();
        assertThat(result.err).contains("TACT_JAVA").contains("17");
    }

    @Test
    @DisplayName("uses the start-up archive of exactly this Java")
    void archive() throws IOException {
        Files.writeString(image.resolve("lib/start-17.jsa"), "");
        Files.writeString(image.resolve("lib/start-25.aot"), "");

        variables.put("TACT_JAVA", java("17.0.15"));
        assertThat(run(image.resolve("bin/tact")).out)
                .contains("[-XX:SharedArchiveFile=" + image + "/lib/start-17.jsa]").doesNotContain("AOT");
        variables.put("TACT_JAVA", java("25"));
        assertThat(run(image.resolve("bin/tact")).out)
                .contains("[-XX:AOTCache=" + image + "/lib/start-25.aot]").doesNotContain("SharedArchiveFile");
        variables.put("TACT_JAVA", java("21.0.9"));
        assertThat(run(image.resolve("bin/tact")).out).doesNotContain("SharedArchiveFile").doesNotContain("AOT");
    }

    @Test
    @DisplayName("keeps what the JVM says off standard output")
    void standardOutput() throws IOException {
        variables.put("TACT_JAVA", java("17.0.15"));

        assertThat(run(image.resolve("bin/tact")).out).contains(
                "[-Xlog:disable]", "[-Xlog:all=error:stderr]", "[-XX:+DisplayVMOutputToStderr]");
    }

    /** A Java of this version: a program that prints its arguments, and the file that tells the version. */
    private String java(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(program, "#!/bin/sh\nprintf '[%s]\\n' \"$0\" \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program.toString();
    }

    private Result run(Path program, String... arguments) throws IOException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.directory(Path.of("/").toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
