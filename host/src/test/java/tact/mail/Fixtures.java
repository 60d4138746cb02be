package tact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Tables of test cases: one a line, columns parted by "|", comments after "//" at the start of a line. */
final class Fixtures {

    private Fixtures() {}

    /** The rows of a file beside the tests; "\n" in a column is a line break. */
    static Stream<List<String>> rows(String file, int columns) {
        try (InputStream in = Fixtures.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .map(line -> Stream.of(line.split("\\|", columns)).map(cell -> cell.strip().replace("\\n", "\n")).toList())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
