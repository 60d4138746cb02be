package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The data folder on Linux")
class LocationsTest {

    @Test
    @DisplayName("is in the home folder")
    void inHome() {
        assertThat(data(Map.of())).isEqualTo(Path.of("/home/lena/.local/share/tact"));
    }

    @Test
    @DisplayName("follows XDG_DATA_HOME")
    void xdg() {
        assertThat(data(Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/tact"));
        assertThat(data(Map.of("XDG_DATA_HOME", ""))).isEqualTo(Path.of("/home/lena/.local/share/tact"));
    }

    @Test
    @DisplayName("is where TACT_HOME says, before all else")
    void chosen() {
        assertThat(data(Map.of("XDG_DATA_HOME", "/data", "TACT_HOME", "/tact"))).isEqualTo(Path.of("/tact"));
    }

    private static Path data(Map<String, String> variables) {
        return Locations.of(new Environment("linux", Path.of("/home/lena"), variables, Path.of("/opt/tact"))).data();
    }
}
