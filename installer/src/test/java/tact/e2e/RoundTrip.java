package tact.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures what a user feels: from a key press to the lens on the screen, and from starting the host to its welcome. */
final class RoundTrip {

    private static final int WARM_UP = 20;
    private static final int KEYS = 200;
    /** So many fit into the time that one script may take. */
    private static final int KEYS_PER_SCRIPT = 20;
    private static final int STARTS = 9;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RoundTrip() {}

    /** @param arguments the file to which the figures are written */
    public static void main(String[] arguments) throws IOException {
        List<Double> keys = keyToLens();
        List<Double> starts = starts();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("keyToLensMs", Figures.summary(keys));
        figures.put("hostStartMs", Figures.summary(starts));
        Path file = Path.of(arguments[0]);
        Files.write(file, JSON.writeValueAsBytes(figures));
        System.out.println("Tact: key press to lens on the screen, in a real Thunderbird: " + Figures.line(keys));
        System.out.println("Tact: start of the host to its welcome: " + Figures.line(starts));
        System.out.println("Tact: written to " + file.toAbsolutePath());
        // GreenMail's threads do not end by themselves.
        System.exit(0);
    }

    private static List<Double> keyToLens() {
        Person anna = new Person("Anna Berg", "anna.berg@verlag.example");
        // A timer that is not blurred on purpose.
        try (Studio studio = Studio.withTact(
                settings -> settings.preference("privacy.reduceTimerPrecision", false)).open("round-trip")) {
            List<Letter> tries = Story.tries(anna, 16, 9);
            studio.sent(tries);
            ComposeWindow draft = studio.followUp(tries.get(1));
            draft.awaitLens("Attempt 3 of 3");
            studio.thunderbird().call("keyToLens", draft.id(), WARM_UP);
            List<Double> times = new ArrayList<>();
            while (times.size() < KEYS) {
                studio.thunderbird().call("keyToLens", draft.id(), KEYS_PER_SCRIPT).valueStream()
                        .map(JsonNode::asDouble).forEach(times::add);
            }
            return times;
        }
    }

    /** Starts the image's host as Thunderbird does, and waits for the first frame. */
    private static List<Double> starts() throws IOException {
        Path work = Files.createTempDirectory("tact-start");
        List<Double> times = new ArrayList<>();
        try {
            for (int i = 0; i < STARTS; i++) {
                long start = System.nanoTime();
                try (HostProcess host = HostProcess.start(work.resolve("tact.json"),
                        Map.of("TACT_HOME", work.resolve("data").toString()))) {
                    host.hello();
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
        } finally {
            Folders.delete(work);
        }
        return times;
    }
}
