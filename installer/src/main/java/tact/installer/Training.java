package tact.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sqlite.util.LibraryLoaderUtil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the host start faster on this computer: unpacks SQLite's library, and lets the host answer every kind of event
 * once while Java writes down what it loaded. An archive fits one build of Java and one place of the jars; where it does
 * not fit, Java ignores it.
 */
final class Training {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        Path work = Files.createTempDirectory("tact-training");
        Path made = image.lib().resolve(".new-" + java.archiveName());
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    image.launcher().toString(), work.resolve("tact.json").toString(), Installation.ADD_ON);
            builder.environment().putAll(Map.of(
                    "TACT_JAVA", java.program().toString(),
                    "TACT_HOME", work.resolve("data").toString(),
                    "TACT_ARCHIVE", made.toString()));
            Path said = work.resolve("stderr");
            Path replies = work.resolve("stdout");
            Process host = builder.redirectError(said.toFile()).redirectOutput(replies.toFile()).start();
            try {
                converse(host.getOutputStream());
            } catch (IOException e) {
                // The host has ended: what it said tells more than the broken pipe.
            }
            await(host);
            if (host.exitValue() != 0 || !Files.exists(made)) {
                throw new IOException("exit code " + host.exitValue() + " " + Files.readString(said).strip());
            }
            Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Folders.delete(work);
        }
    }

    private void converse(OutputStream wire) throws IOException {
        try (wire) {
            for (JsonNode request : requests()) {
                byte[] json = JSON.writeValueAsBytes(request);
                wire.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(json.length).array());
                wire.write(json);
            }
        }
    }

    /** The requests of the golden exchanges, the handshake first. */
    private List<JsonNode> requests() throws IOException {
        List<JsonNode> requests = new ArrayList<>();
        try (Stream<Path> files = Files.list(image.training())) {
            for (Path file : files.sorted().toList()) {
                requests.add(JSON.readTree(Files.readAllBytes(file)).get("request"));
            }
        }
        requests.sort(Comparator.comparing(request -> !isHello(request)));
        return requests;
    }

    private static boolean isHello(JsonNode request) {
        return request.path("event").path("type").asString("").equals("hello");
    }

    private static void await(Process host) throws IOException {
        try {
            if (!host.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("no end within " + LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            host.destroyForcibly();
        }
    }
}
