package tact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    private static final Path HOME = Path.of("/home/lena");

    @Test
    void is_the_platforms_folder_for_a_programs_data() {
        assertThat(DataFolder.of(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/tact"));
        assertThat(DataFolder.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME)).isEqualTo(Path.of("/data/tact"));
        assertThat(DataFolder.of(Map.of(), "Mac OS X", HOME)).isEqualTo(HOME.resolve("Library/Application Support/Tact"));
        assertThat(DataFolder.of(Map.of(), "Windows 11", HOME)).isEqualTo(HOME.resolve("AppData/Local/Tact"));
        assertThat(DataFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME)).isEqualTo(Path.of("/local/Tact"));
    }

    @Test
    void is_below_the_home_folder_that_the_environment_names() {
        assertThat(DataFolder.of(Map.of("HOME", "/own"), "Linux", HOME)).isEqualTo(Path.of("/own/.local/share/tact"));
        assertThat(DataFolder.of(Map.of("HOME", "/own"), "Windows 11", HOME)).isEqualTo(HOME.resolve("AppData/Local/Tact"));
    }

    @Test
    void can_be_set() {
        assertThat(DataFolder.of(Map.of("TACT_HOME", "/elsewhere", "XDG_DATA_HOME", "/data"), "Linux", HOME))
                .isEqualTo(Path.of("/elsewhere"));
    }
}
