package tact.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A tar file")
class TarFileTest {

    private static final Instant MOMENT = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    private Path folder;

    private Path tree;

    @BeforeEach
    void aTree() throws IOException {
        tree = Files.createDirectories(folder.resolve("tact-1"));
        Files.writeString(Files.createDirectories(tree.resolve("bin")).resolve("tact"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tree.resolve("bin/tact"), PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("bin/tact"));
    }

    @Test
    @DisplayName("gives back with tar what was packed: folders, files, links, who may do what, when")
    void unpacked() throws IOException {
        String deep = "d".repeat(60) + "/" + "e".repeat(60) + "/file";
        Files.createDirectories(tree.resolve(deep).getParent());
        Files.writeString(tree.resolve(deep), "x".repeat(1000));
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));

        Tool.run(unpacked, Map.of(), List.of("tar", "--extract", "--gzip", "--file", packed("a").toString()));

        Path copy = unpacked.resolve("tact-1");
        assertThat(copy.resolve("bin/tact")).hasContent("#!/bin/sh\n").isExecutable();
        assertThat(Files.readSymbolicLink(copy.resolve("link"))).isEqualTo(Path.of("bin/tact"));
        assertThat(copy.resolve(deep)).hasSameBinaryContentAs(tree.resolve(deep));
        assertThat(Files.getLastModifiedTime(copy.resolve("bin/tact")).toInstant()).isEqualTo(MOMENT);
    }

    @Test
    @DisplayName("has the same bytes when the files were written later, by somebody with another umask")
    void sameBytes() throws IOException {
        Path first = packed("a");
        Files.delete(tree.resolve("bin/tact"));
        Files.writeString(tree.resolve("bin/tact"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(tree.resolve("bin/tact"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(packed("b")).hasSameBinaryContentAs(first);
    }

    @Test
    @DisplayName("is refused for a name that its format has no room for")
    void tooLong() throws IOException {
        Files.writeString(tree.resolve("n".repeat(120)), "");

        assertThatThrownBy(() -> packed("a")).isInstanceOf(IOException.class).hasMessageContaining("too long");
    }

    private Path packed(String name) throws IOException {
        Path archive = folder.resolve(name + ".tar.gz");
        TarFile.pack(tree, archive, MOMENT, false);
        return archive;
    }
}
