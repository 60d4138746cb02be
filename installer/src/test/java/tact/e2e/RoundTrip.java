package tact.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        figures.put("keyToLensMs", summary(keys));
        figures.put("hostStartMs", summary(starts));
        Path file = Path.of(arguments[0]);
        Files.write(file, JSON.writeValueAsBytes(figures));
        System.out.println("Tact: key press to lens on the screen, in a real Thunderbird: " + line(keys));
        System.out.println("Tact: start of the host to its welcome: " + line(starts));
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
        byte[] hello = """
                {"v":1,"id":1,"event":{"type":"hello","extension":"0.1.0","protocols":[1],"language":"en",\
                "timeZone":"Europe/Berlin","me":["lena.vogt@studio.example"],"settings":{"holidays":null,\
                "workingDays":null,"budget":null,"daysToSecondTry":null,"daysToLaterTry":null,"sameAttemptMinutes":null,\
                "establishedMails":null,"rulesOff":[]}}}""".getBytes(StandardCharsets.UTF_8);
        List<Double> times = new ArrayList<>();
        try {
            for (int i = 0; i < STARTS; i++) {
                ProcessBuilder builder = new ProcessBuilder(
                        Studio.IMAGE.resolve("bin/tact").toString(), work + "/tact.json", Thunderbird.ADD_ON)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
                builder.environment().put("TACT_HOME", work.resolve("data").toString());
                long start = System.nanoTime();
                Process host = builder.start();
                host.getOutputStream().write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder())
                        .putInt(hello.length).array());
                host.getOutputStream().write(hello);
                host.getOutputStream().flush();
                if (host.getInputStream().read() < 0) {
                    throw new IOException("the host ended without a welcome");
                }
                times.add((System.nanoTime() - start) / 1e6);
                host.getOutputStream().close();
                if (!Processes.ended(host, Duration.ofSeconds(10))) {
                    host.destroyForcibly();
                }
            }
        } finally {
            Folders.delete(work);
        }
        return times;
    }

    private static Map<String, Object> summary(List<Double> times) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", times.size());
        for (int percent : List.of(50, 90, 99, 100)) {
            summary.put(percent == 100 ? "max" : "p" + percent, Math.round(percentile(times, percent) * 10) / 10.0);
        }
        return summary;
    }

    private static String line(List<Double> times) {
        return summary(times).entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                .reduce((a, b) -> a + ", " + b).orElseThrow() + " (ms)";
    }

    /** The nearest rank. */
    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }
}
