package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("tact-install")
class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private TemporaryImage computer;

    @BeforeEach
    void aComputer() throws IOException {
        computer = TemporaryImage.in(folder);
    }

    @Test
    @DisplayName("status exits with 1 when Tact is not installed, and with 0 when it is")
    void status() throws IOException {
        assertThat(run("status")).isEqualTo(1);
        for (Placement placement : Installation.of(computer.environment(), List.of())) {
            placement.write();
        }
        assertThat(run("status")).isZero();
        assertThat(said.toString()).contains(computer.profile().toString());
    }

    @Test
    @DisplayName("uninstall keeps what Tact has learnt, unless told otherwise")
    void data() throws IOException {
        Path ledger = computer.home().resolve(".local/share/tact/ledger.sqlite");
        Files.createDirectories(ledger.getParent());
        Files.writeString(ledger, "");

        assertThat(run("uninstall")).isZero();
        assertThat(ledger).exists();
        assertThat(run("uninstall", "--data")).isZero();
        assertThat(ledger.getParent()).doesNotExist();
    }

    @Test
    @DisplayName("says what is wrong in one line, without a stack trace, and exits with 3")
    void noProfile() throws IOException {
        Files.delete(computer.home().resolve(".thunderbird/profiles.ini"));

        assertThat(run("install")).isEqualTo(3);
        assertThat(said.toString().strip()).startsWith("tact-install: ").doesNotContain("\n").contains("--profile");
    }

    @Test
    @DisplayName("says that Tact cannot work in a Thunderbird from Flatpak where there is no other")
    void flatpakOnly() throws IOException {
        Files.delete(computer.home().resolve(".thunderbird/profiles.ini"));
        Path flatpak = computer.home().resolve(".var/app/org.mozilla.Thunderbird/.thunderbird/profiles.ini");
        Files.createDirectories(flatpak.getParent());
        Files.createFile(flatpak);

        assertThat(run("install")).isEqualTo(3);
        assertThat(said.toString()).contains("Flatpak").contains("apt install thunderbird");
    }

    @Test
    @DisplayName("says the same things in German as in English")
    void bothLanguages() {
        assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ROOT)).isNotEmpty();
        ResourceBundle german = bundle(Locale.GERMAN);
        assertThat(keys(Locale.ROOT)).allSatisfy(key -> assertThat(german.getString(key)).isNotBlank());
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine(computer.environment());
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("tact.installer.messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The keys of exactly this language's file. */
    private static TreeSet<String> keys(Locale locale) {
        TreeSet<String> keys = new TreeSet<>();
        for (Enumeration<String> e = bundle(locale).getKeys(); e.hasMoreElements(); ) {
            keys.add(e.nextElement());
        }
        return keys;
    }
}
