package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Locations")
class LocationsTest {

    @TempDir
    private Path home;

    @Test
    @DisplayName("on macOS are those of Thunderbird, not those of Firefox")
    void macOs() {
        Locations locations = locations("macos", Path.of("/Users/lena"), Map.of());

        assertThat(locations.profilesIni()).containsExactly(Path.of("/Users/lena/Library/Thunderbird/profiles.ini"));
        assertThat(locations.nativeManifests()).isEqualTo(Path.of("/Users/lena/Library/Mozilla/NativeMessagingHosts"));
        assertThat(locations.data()).isEqualTo(Path.of("/Users/lena/Library/Application Support/Tact"));
    }

    @Test
    @DisplayName("tell a Thunderbird from Snap, and leave out one from Flatpak, which may start no other program")
    void packagings() throws IOException {
        Path flatpak = home.resolve(".var/app/org.mozilla.Thunderbird/.thunderbird/profiles.ini");
        Files.createDirectories(flatpak.getParent());
        Files.createFile(flatpak);

        Locations locations = locations("linux", home, Map.of());

        assertThat(locations.has(Locations.Packaging.FLATPAK)).isTrue();
        assertThat(locations.has(Locations.Packaging.SNAP)).isFalse();
        assertThat(locations.profilesIni()).doesNotContain(flatpak).containsExactly(
                home.resolve(".thunderbird/profiles.ini"), home.resolve("snap/thunderbird/common/.thunderbird/profiles.ini"));
    }

    @Test
    @DisplayName("of data are in the home folder")
    void inHome() {
        assertThat(data(Map.of())).isEqualTo(Path.of("/home/lena/.local/share/tact"));
    }

    @Test
    @DisplayName("of data follow XDG_DATA_HOME")
    void xdg() {
        assertThat(data(Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/tact"));
        assertThat(data(Map.of("XDG_DATA_HOME", ""))).isEqualTo(Path.of("/home/lena/.local/share/tact"));
    }

    @Test
    @DisplayName("of data are where TACT_HOME says, before all else")
    void chosen() {
        assertThat(data(Map.of("XDG_DATA_HOME", "/data", "TACT_HOME", "/tact"))).isEqualTo(Path.of("/tact"));
    }

    private static Path data(Map<String, String> variables) {
        return locations("linux", Path.of("/home/lena"), variables).data();
    }

    private static Locations locations(String system, Path home, Map<String, String> variables) {
        return Locations.of(new Environment(system, home, variables, Path.of("/opt/tact")));
    }
}
