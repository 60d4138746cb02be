package tact.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tact.wire.Frame;
import tact.wire.FrameReader;
import tact.wire.FrameWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One session with the host of an image, started as Thunderbird starts it. */
final class HostSession {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HostSession() {}

    /**
     * Starts the host, says something to it, and waits for its end.
     *
     * @param variables for its environment, added to this program's
     * @param limit the host is ended after it
     * @return the host's replies, in order
     * @throws IOException when the host does not start, fails or does not end in time; the message holds what it said
     */
    static List<JsonNode> hold(Image image, Map<String, String> variables, List<JsonNode> requests, Duration limit)
            throws IOException {
        Path work = Files.createTempDirectory("tact-session");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    image.launcher().toString(), work.resolve("tact.json").toString(), Installation.ADD_ON);
            builder.environment().putAll(variables);
            Path said = work.resolve("stderr");
            // Into a file, so that neither side ever waits for the other.
            Path replies = work.resolve("stdout");
            Process host = builder.redirectError(said.toFile()).redirectOutput(replies.toFile()).start();
            try {
                say(host, requests);
            } catch (IOException e) {
                // The host has ended: what it said tells more than the broken pipe.
            }
            await(host, limit);
            if (host.exitValue() != 0) {
                throw new IOException("exit code " + host.exitValue() + " " + Files.readString(said).strip());
            }
            return read(replies);
        } finally {
            Folders.delete(work);
        }
    }

    private static void say(Process host, List<JsonNode> requests) throws IOException {
        try (var wire = host.getOutputStream()) {
            FrameWriter writer = new FrameWriter(wire);
            for (JsonNode request : requests) {
                writer.write(JSON.writeValueAsBytes(request));
            }
        }
    }

    private static List<JsonNode> read(Path replies) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        try (InputStream in = Files.newInputStream(replies)) {
            FrameReader reader = new FrameReader(in, FrameReader.MAX_FRAME);
            for (Frame frame = reader.read(); frame instanceof Frame.Whole whole; frame = reader.read()) {
                read.add(JSON.readTree(whole.payload()));
            }
        }
        return read;
    }

    private static void await(Process host, Duration limit) throws IOException {
        try {
            if (!host.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("no end within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            host.destroyForcibly();
        }
    }
}
