package tact.e2e;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image's host, started and spoken to as Thunderbird does it: PROTOCOL.md's frames over its pipes. */
final class HostProcess implements AutoCloseable {

    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final DataInputStream replies;
    private int lastId;

    private HostProcess(Process process) {
        this.process = process;
        this.replies = new DataInputStream(process.getInputStream());
    }

    /** @param variables added to the environment, to say where the ledger is */
    static HostProcess start(Path manifest, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Studio.IMAGE.resolve("bin/tact").toString(), manifest.toString(), Thunderbird.ADD_ON);
        builder.environment().putAll(variables);
        return start(builder);
    }

    /** A host that stands elsewhere, or is reached through another program. */
    static HostProcess start(ProcessBuilder builder) throws IOException {
        return new HostProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Says hello as Lena Vogt, without any setting. */
    JsonNode hello() throws IOException {
        Map<String, Object> settings = new TreeMap<>();
        for (String unset : List.of("holidays", "workingDays", "budget", "daysToSecondTry", "daysToLaterTry",
                "sameAttemptMinutes", "establishedMails")) {
            settings.put(unset, null);
        }
        settings.put("rulesOff", List.of());
        return ask("hello", Map.of("extension", "0.1.0", "protocols", List.of(1), "language", "en",
                "timeZone", "Europe/Berlin", "me", List.of(Person.LENA.address()), "settings", settings));
    }

    /**
     * Asks and waits for the reply.
     *
     * @param fields of the event besides its type
     * @throws IOException when the host has ended, or answers with a problem
     */
    JsonNode ask(String type, Map<String, Object> fields) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.putAll(fields);
        byte[] frame = JSON.writeValueAsBytes(Map.of("v", 1, "id", ++lastId, "event", event));
        process.getOutputStream().write(length(frame.length));
        process.getOutputStream().write(frame);
        process.getOutputStream().flush();
        byte[] length = new byte[Integer.BYTES];
        replies.readFully(length);
        byte[] reply = new byte[ByteBuffer.wrap(length).order(ByteOrder.nativeOrder()).getInt()];
        replies.readFully(reply);
        JsonNode answer = JSON.readTree(reply);
        if (answer.has("problem")) {
            throw new IOException(type + ": " + answer);
        }
        return answer;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        if (!Processes.ended(process, END_LIMIT)) {
            process.destroyForcibly();
        }
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(length).array();
    }
}
