package tact.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Makes the host start faster on this computer: unpacks SQLite's library, and lets the host answer every kind of event
 * once while Java writes down what it loaded. An archive fits one build of Java and one place of the jars; where it does
 * not fit, Java ignores it.
 */
final class Training {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Image image;

    Training(Image image) {
        this.image = image;
    }

    /** Unpacks SQLite's library for this computer into the image's {@code lib/native}. */
    void unpackSqlite() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path library = image.lib().resolve("native").resolve(name);
        try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (in != null) {
                new Placement("part.sqlite", library, in.readAllBytes(), image.folder()).write();
            }
        }
    }

    /**
     * One training run, unless the archive that is there was made by this Java of these jars in this place.
     *
     * @return the archive
     * @throws IOException when the host does not play along; the image is as before then
     */
    Path run(JavaRuntime java) throws IOException {
        Path archive = image.lib().resolve(java.archiveName());
        Placement madeFrom = new Placement("part.archive", image.lib().resolve(java.archiveName() + ".made-from"),
                ingredients(java).getBytes(StandardCharsets.UTF_8), image.folder());
        if (!Files.exists(archive) || madeFrom.state() != Placement.State.CURRENT) {
            train(java, archive);
            madeFrom.write();
        }
        return archive;
    }

    /** What an archive depends on: the build of Java, the place of the jars, and what is in them. */
    private String ingredients(JavaRuntime java) throws IOException {
        Path release = java.program().toRealPath().resolveSibling("../release").normalize();
        StringBuilder ingredients = new StringBuilder(Files.readString(release)).append(image.lib()).append('\n');
        try (Stream<Path> files = Files.list(image.lib())) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(jar));
                ingredients.append(jar.getFileName()).append(' ').append(Files.getLastModifiedTime(jar)).append(' ')
                        .append(sum.getValue()).append('\n');
            }
        }
        return ingredients.toString();
    }

    private void train(JavaRuntime java, Path archive) throws IOException {
        Path data = Files.createTempDirectory("tact-training");
        Path made = image.lib().resolve(".new-" + java.archiveName());
        try {
            HostSession.hold(
                    image,
                    Map.of(
                            "TACT_JAVA", java.program().toString(),
                            "TACT_HOME", data.toString(),
                            "TACT_ARCHIVE", made.toString()),
                    Exchanges.of(image).requests(),
                    LIMIT);
            if (!Files.exists(made)) {
                throw new IOException("the host wrote no archive");
            }
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Folders.delete(data);
        }
    }
}
