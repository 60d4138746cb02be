package tact.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("An installation")
class InstallationTest {

    @TempDir
    private Path folder;

    private TemporaryImage computer;

    @BeforeEach
    void aComputer() throws IOException {
        computer = TemporaryImage.in(folder);
    }

    @Test
    @DisplayName("tells Thunderbird where the host is and which add-on may start it")
    void manifest() throws IOException {
        write();

        JsonNode manifest = JsonMapper.builder().build().readTree(
                Files.readAllBytes(computer.home().resolve(".mozilla/native-messaging-hosts/tact.json")));
        assertThat(manifest.get("name").asString()).isEqualTo("tact");
        assertThat(manifest.get("type").asString()).isEqualTo("stdio");
        assertThat(Path.of(manifest.get("path").asString()))
                .isAbsolute().isEqualTo(computer.image().resolve("bin/tact"));
        assertThat(manifest.get("allowed_extensions").valueStream().map(JsonNode::asString))
                .containsExactly("tact@followups");
    }

    @Test
    @DisplayName("puts the add-on into the profile that Thunderbird starts with")
    void addOn() throws IOException {
        write();

        assertThat(computer.profile().resolve("extensions/tact@followups.xpi")).hasContent("add-on 1");
    }

    @Test
    @DisplayName("goes into the named profile and no other")
    void namedProfile() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other profile"));

        for (Placement placement : Installation.of(computer.environment(), List.of(other))) {
            placement.write();
        }

        assertThat(other.resolve("extensions/tact@followups.xpi")).exists();
        assertThat(computer.profile().resolve("extensions")).doesNotExist();
    }

    @Test
    @DisplayName("written again changes nothing, and repairs what has changed")
    void idempotent() throws IOException {
        write();
        String before = computer.tree();

        for (Placement placement : placements()) {
            assertThat(placement.state()).isEqualTo(Placement.State.CURRENT);
            assertThat(placement.write()).isFalse();
        }
        assertThat(computer.tree()).isEqualTo(before);

        Path addOn = computer.profile().resolve("extensions/tact@followups.xpi");
        Files.writeString(addOn, "add-on 0");
        assertThat(placements().get(1).state()).isEqualTo(Placement.State.DIFFERENT);
        write();
        assertThat(addOn).hasContent("add-on 1");
    }

    @Test
    @DisplayName("removed leaves nothing, and can be removed again")
    void leavesNothing() throws IOException {
        String before = computer.tree();
        write();

        for (Placement placement : placements()) {
            assertThat(placement.remove()).isTrue();
            assertThat(placement.remove()).isFalse();
        }
        assertThat(computer.tree()).isEqualTo(before);
    }

    @Test
    @DisplayName("removed leaves the files of others")
    void leavesOthers() throws IOException {
        Path other = computer.home().resolve(".mozilla/native-messaging-hosts/other.json");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "{}");
        write();

        for (Placement placement : placements()) {
            placement.remove();
        }
        assertThat(other).exists();
    }

    @Test
    @DisplayName("needs a profile, and says where it looked")
    void noProfile() throws IOException {
        Files.delete(computer.home().resolve(".thunderbird/profiles.ini"));

        assertThatThrownBy(this::placements)
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("error.noProfile").hasMessageContaining(".thunderbird");
    }

    @Test
    @DisplayName("needs a complete image, and says what is missing")
    void incompleteImage() throws IOException {
        Files.delete(computer.image().resolve("extension/tact.xpi"));

        assertThatThrownBy(this::placements)
                .isInstanceOf(InstallException.class).hasMessageContaining("tact.xpi");
    }

    @Test
    @DisplayName("is refused on a system that the table of locations does not know")
    void unknownSystem() {
        Environment solaris = new Environment("sunos", computer.home(), Map.of(), computer.image());

        assertThatThrownBy(() -> Installation.of(solaris, List.of()))
                .isInstanceOf(InstallException.class).hasMessageContaining("sunos");
    }

    private List<Placement> placements() throws IOException {
        return Installation.of(computer.environment(), List.of());
    }

    private void write() throws IOException {
        for (Placement placement : placements()) {
            placement.write();
        }
    }
}
