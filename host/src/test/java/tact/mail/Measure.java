package tact.mail;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Measures the reader on the corpora and on the labelled sets of the tests, and prints the tables of MAIL.md. */
final class Measure {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern SCHEDULING = Pattern.compile("(?i)method[=:]\"?(?:request|reply|cancel|counter)");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Measure() {}

    /** What is true and what was read, counted, with the first misses. */
    private static final class Table {

        private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
        private final List<String> misses = new ArrayList<>();
        private int right;
        private int all;

        private void add(String truth, String read, boolean isRight, String what) {
            counts.computeIfAbsent(truth, key -> new TreeMap<>()).merge(read, 1, Integer::sum);
            all++;
            right += isRight ? 1 : 0;
            if (!isRight && misses.size() < 10) {
                misses.add(what + ": " + truth + " was read as " + read);
            }
        }

        private void print(String title) {
            OUT.printf("%n### %s: %d of %d%n%n| true | read as |%n|---|---|%n", title, right, all);
            counts.forEach((truth, read) -> OUT.printf("| %s | %s |%n", truth,
                    String.join(", ", read.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList())));
            misses.forEach(miss -> OUT.println("- " + miss));
        }
    }

    public static void main(String[] arguments) {
        if (Corpora.FOLDER == null) {
            OUT.println("The corpora are not there (../shared/corpora): only the tests' own sets are measured.");
        } else {
            kinds("bounces", Measure::bounceTruth);
            kinds("calendar", Measure::calendarTruth);
            kinds("threads", file -> "human");
            kinds("languages", file -> "human");
            kinds("hostile", file -> "anything");
            newText();
        }
        for (String language : List.of("en", "de")) {
            for (String set : List.of("", "-held-out", "-blind", "-third", "-fourth", "-fifth", "-sixth", "-seventh", "-eighth", "-ninth",
                    "-tenth", "-eleventh", "-twelfth", "-thirteenth", "-fourteenth")) {
                meaning("meaning-" + language + set + ".txt");
            }
        }
        IntStream.rangeClosed(1, 11).mapToObj(set -> "kinds-blind-" + set + ".txt").forEach(Measure::labelledKinds);
        List.of("return-dates.txt", "return-dates-adverse.txt", "return-dates-blind-1.txt", "return-dates-blind-2.txt",
                        "return-dates-blind-3.txt", "return-dates-blind-4.txt")
                .forEach(Measure::returnDates);
    }

    private static String bounceTruth(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("rfc3834") ? "auto-reply" : name.startsWith("arf") ? "machine" : "bounce";
    }

    private static String calendarTruth(Path file) {
        return SCHEDULING.matcher(new String(Corpora.read(file), StandardCharsets.ISO_8859_1)).find() ? "calendar" : "no calendar";
    }

    private static void kinds(String set, Function<Path, String> truth) {
        Table table = new Table();
        for (Path file : Corpora.files(set)) {
            String read;
            try {
                read = MailReader.read(Corpora.read(file), Instant.EPOCH).mail().authorKind().id();
            } catch (UnreadableMailException e) {
                read = "refused";
            }
            table.add(truth.apply(file), read, fits(truth.apply(file), read), file.getFileName().toString());
        }
        table.print(set);
    }

    private static void labelledKinds(String file) {
        Table table = new Table();
        for (LabelledMail mail : LabelledMail.all(file)) {
            String read = mail.read().mail().authorKind().id();
            table.add(mail.kind(), read, fits(mail.kind(), read), mail.label());
        }
        table.print(file);
    }

    private static boolean fits(String truth, String read) {
        return switch (truth) {
            case "anything" -> true;
            case "bounce" -> read.equals("bounce") || read.equals("delayed");
            case "auto-reply" -> read.equals("auto-reply") || read.equals("out-of-office");
            case "no calendar" -> !read.equals("calendar");
            default -> read.equals(truth) || read.equals("refused");
        };
    }

    private static void newText() {
        Table table = new Table();
        for (Path file : Corpora.files("replies/emails")) {
            Path trimmed = Corpora.FOLDER.resolve("replies/trimmed").resolve(file.getFileName());
            String wanted = Files.exists(trimmed) ? Charsets.utf8OrWindows1252(Corpora.read(trimmed)) : "";
            boolean isRight = folded(NewText.of(Charsets.utf8OrWindows1252(Corpora.read(file)))).equals(folded(wanted));
            table.add("new text", isRight ? "right" : "wrong", isRight, file.getFileName().toString());
        }
        table.print("replies");
    }

    private static String folded(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static void meaning(String file) {
        Table table = new Table();
        Fixtures.rows(file, 2).forEach(row -> {
            List<Sentence> sentences = Sentence.all(NewText.withoutQuotes(NewText.of(row.get(1))));
            String read = Meaning.of(sentences, Language.of(sentences), null).kind().id();
            table.add(row.get(0), read, read.equals(row.get(0)), row.get(1).replace('\n', ' '));
        });
        table.print(file);
    }

    private static void returnDates(String file) {
        Table table = new Table();
        Fixtures.rows(file, 4).forEach(row -> {
            List<Sentence> sentences = Sentence.all(row.get(3));
            LocalDate day = ReturnDate.of(
                    "", sentences, Language.of(sentences), LocalDate.parse(row.get(0)), ZoneOffset.UTC, new Address("", row.get(1)));
            String read = day == null ? "-" : day.toString();
            boolean isRight = read.equals(row.get(2));
            table.add(row.get(2).equals("-") ? "none" : "a day", isRight ? "right" : day == null ? "none" : "wrong", isRight, row.get(3));
        });
        table.print(file);
    }
}
