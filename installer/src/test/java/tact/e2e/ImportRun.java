package tact.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures the import of history in a real Thunderbird: how fast it is, and how late it makes Thunderbird. */
final class ImportRun {

    private static final int MAILS = 10_000;
    private static final int MANY = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Duration CALM = Duration.ofSeconds(10);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ImportRun() {}

    /** @param arguments the file to which the figures are written; how many mails, unless it is the usual number */
    public static void main(String[] arguments) throws IOException {
        int mails = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MAILS;
        Map<String, List<Letter>> years = YearsOfMail.of(mails);
        try (Studio studio = Studio.withTact(settings -> settings
                .preference("privacy.reduceTimerPrecision", false)
                .preference("mail.server.server2.directory-rel", "[ProfD]Mail/Local Folders")
                .install(home -> {
                    Studio.install(home);
                    years.forEach((folder, letters) -> writeMbox(home.profile(), folder, letters));
                })).open("import-run")) {
            years.keySet().forEach(folder -> studio.thunderbird().call("openLocal", localName(folder)));
            List<Double> idle = delaysDuring(studio, () -> Await.pause(CALM));
            WelcomePage page = WelcomePage.open(studio.thunderbird());
            long[] nanos = new long[1];
            List<Double> busy = delaysDuring(studio, () -> {
                long start = System.nanoTime();
                page.click("#start");
                Await.until("the end of the import", LIMIT, page::view,
                        view -> view.get("state").asString().equals("done"));
                nanos[0] = System.nanoTime() - start;
            });
            report(Path.of(arguments[0]), page.view().get("done").asInt(), nanos[0] / 1e9, idle, busy);
        }
        // GreenMail's threads do not end by themselves.
        System.exit(0);
    }

    private static void report(Path file, int mails, double seconds, List<Double> idle, List<Double> busy) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("mails", mails);
        figures.put("seconds", Math.round(seconds * 10) / 10.0);
        figures.put("mailsPerSecond", Math.round(mails / seconds));
        figures.put("minutesFor100000", Math.round(MANY / (mails / seconds) / 6) / 10.0);
        figures.put("delayAtRestMs", Figures.summary(idle));
        figures.put("delayWhileImportingMs", Figures.summary(busy));
        try {
            Files.write(file, JSON.writeValueAsBytes(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("Tact: import of " + mails + " mails from local folders: " + figures.get("seconds") + " s, "
                + figures.get("mailsPerSecond") + " mails a second; " + MANY + " mails take "
                + figures.get("minutesFor100000") + " minutes");
        System.out.println("Tact: Thunderbird's main thread is late by, at rest: " + Figures.line(idle));
        System.out.println("Tact: Thunderbird's main thread is late by, while importing: " + Figures.line(busy));
        System.out.println("Tact: written to " + file.toAbsolutePath());
    }

    private static List<Double> delaysDuring(Studio studio, Runnable work) {
        studio.thunderbird().call("watchLag");
        work.run();
        return studio.thunderbird().call("lag").valueStream().map(JsonNode::asDouble).toList();
    }

    private static String localName(String folder) {
        return "Years-" + folder;
    }

    private static void writeMbox(Path profile, String folder, List<Letter> letters) {
        StringBuilder mbox = new StringBuilder();
        for (Letter letter : letters) {
            mbox.append("From - Thu Jan 01 00:00:00 2026\r\n")
                    .append(letter.raw().replace("\r\nFrom ", "\r\n>From "))
                    .append("\r\n");
        }
        try {
            Path local = Files.createDirectories(profile.resolve("Mail/Local Folders"));
            Files.writeString(local.resolve(localName(folder)), mbox, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
