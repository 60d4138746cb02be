package tact.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sets of real mail that stand beside the project, not in it: ../shared/corpora; see its README. */
final class Corpora {

    /** Null where they are not there. */
    static final Path FOLDER = Stream.of(Path.of("../shared/corpora"), Path.of("../../shared/corpora"), Path.of("/work/shared/corpora"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(null);

    private Corpora() {}

    /** All files of a set, in the order of their names. */
    static List<Path> files(String set) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(set))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
