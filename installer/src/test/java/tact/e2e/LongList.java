package tact.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the space of follow-ups with ten thousand threads in the ledger: from the click on its button to the frame
 * that shows the rows, and the frames while it is scrolled.
 */
final class LongList {

    private static final int THREADS = 10_000;
    private static final int MAILS_PER_EVENT = 64;
    private static final int OPENINGS = 9;
    private static final Duration WORKING_LIMIT = Duration.ofMinutes(3);

    /** Frames of a scroll, and how far each goes in CSS pixels: a fast turn of the wheel. */
    private static final int FRAMES = 400;
    private static final int STEP = 240;

    /** A longer frame is one that a person sees. */
    private static final double LONG_FRAME_MS = 50;

    private static final String SCROLL = """
            const list = document.getElementById("list");
            const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
            list.scrollTop = 0;
            await frame();
            const times = [];
            let before = await frame();
            for (let at = 0; at < args[0]; at++) {
              list.scrollTop += args[1];
              const now = await frame();
              times.push(now - before);
              before = now;
            }
            const {top, bottom} = list.getBoundingClientRect();
            const isBlank = () => [...document.querySelectorAll(".blank")].map(row => row.getBoundingClientRect())
              .some(row => row.bottom > top && row.top < bottom);
            const stopped = performance.now();
            while (isBlank()) {
              await frame();
            }
            return {times, settled: performance.now() - stopped, scrolled: list.scrollTop};""";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LongList() {}

    /** @param arguments the file to which the figures are written */
    public static void main(String[] arguments) throws IOException {
        List<Double> openings = new ArrayList<>();
        List<Double> frames = new ArrayList<>();
        List<Double> settled = new ArrayList<>();
        try (Studio studio = Studio.withTact(settings -> settings
                .preference("privacy.reduceTimerPrecision", false)
                .install(LongList::installWithThreads)).open("long-list")) {
            Thunderbird thunderbird = studio.thunderbird();
            FollowUpsPage first = FollowUpsPage.open(thunderbird);
            Await.until("all threads to be worked out", WORKING_LIMIT,
                    () -> first.run("return document.getElementById('behind').hidden;"), JsonNode::asBoolean);
            System.out.println("Tact: the list: " + first.headings());
            first.run("document.querySelectorAll(\".heading[aria-expanded=false]\").forEach(one => one.click());");
            for (int i = 0; i < OPENINGS; i++) {
                thunderbird.call("closeTab");
                openings.add(FollowUpsPage.timeToOpen(thunderbird));
                JsonNode scrolled = FollowUpsPage.open(thunderbird).run(SCROLL, FRAMES, STEP);
                scrolled.get("times").valueStream().map(JsonNode::asDouble).forEach(frames::add);
                settled.add(scrolled.get("settled").asDouble());
            }
        }
        long visible = frames.stream().filter(time -> time > LONG_FRAME_MS).count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", THREADS);
        figures.put("clickToRowsMs", Figures.summary(openings));
        figures.put("scrollFrameMs", Figures.summary(frames));
        figures.put("framesOver50Ms", visible);
        figures.put("lastRowsAfterScrollMs", Figures.summary(settled));
        Path file = Path.of(arguments[0]);
        Files.write(file, JSON.writeValueAsBytes(figures));
        System.out.println("Tact: click to the rows of " + THREADS + " threads: " + Figures.line(openings));
        System.out.println("Tact: frame while scrolling: " + Figures.line(frames) + ", " + visible + " over 50 ms");
        System.out.println("Tact: from the end of the scroll to its rows: " + Figures.line(settled));
        System.out.println("Tact: written to " + file.toAbsolutePath());
        // GreenMail's threads do not end by themselves.
        System.exit(0);
    }

    /** Installs Tact, and fills its ledger before Thunderbird starts. */
    private static void installWithThreads(Thunderbird.Home home) {
        Studio.install(home);
        long start = System.nanoTime();
        try (HostProcess host = HostProcess.start(home.folder().resolve("tact.json"), Map.of(
                "HOME", home.folder().toString(), "XDG_DATA_HOME", home.folder().resolve(".local/share").toString()))) {
            host.hello();
            List<Map<String, Object>> mails = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                for (Letter letter : thread(number)) {
                    mails.add(Map.of("raw", letter.raw()));
                }
                if (mails.size() > MAILS_PER_EVENT - 4 || number == THREADS - 1) {
                    host.ask("mail-observed", Map.of("mails", mails));
                    mails.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf(Locale.ROOT, "Tact: the ledger of %d threads took %.0f s%n",
                THREADS, (System.nanoTime() - start) / 1e9);
    }

    /** One to three tries to a person of its own, a third of them answered: some of each stage. */
    private static List<Letter> thread(int number) {
        Person person = new Person("Person " + number, "p" + number + "@people.example");
        int newest = 1 + number % 60;
        int[] ages = new int[1 + number % 3];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = newest + 8 * (ages.length - 1 - i);
        }
        List<Letter> letters = new ArrayList<>(Story.tries(person, "Bridges at night " + number, ages));
        if (number % 3 == 0) {
            letters.add(Story.answer(letters.get(letters.size() - 1), person, newest - 1));
        }
        return letters;
    }
}
