package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tact.mail.Meaning;
import tact.mail.ReadMail;
import tact.mail.Reading;
import tact.protocol.Codec;

/** {@code tact classify}: who wrote each mail, and what it means. */
@Command(name = "classify", mixinStandardHelpOptions = true, description = "Who wrote each mail, and what it means.")
final class ClassifyCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Option(names = "--text", description = "With the new text of each mail: without quotes, signature, disclaimer.")
    boolean withText;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "mbox, Maildir, mail files, or folders of these.")
    List<Path> paths;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Codec codec = new Codec();
        // Printed mail by mail, so that nothing is kept.
        MailFiles files = new MailFiles(Instant.EPOCH, spec.commandLine().getErr(), (name, mail) -> {
            Map<String, Object> row = row(name, mail);
            out.println(json ? codec.line(row) : text(row));
        });
        return files.read(paths) ? 0 : CommandLineInterface.EXIT_PARTIAL;
    }

    private Map<String, Object> row(String name, ReadMail read) {
        Reading reading = read.reading();
        Meaning meaning = reading.meaning();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", name);
        row.put("messageId", read.mail().id());
        row.put("authorKind", reading.verdict().kind().id());
        row.put("evidence", reading.verdict().evidence());
        row.put("meaning", meaning == null ? null : meaning.kind().id());
        row.put("meaningEvidence", meaning == null || meaning.evidence().isEmpty() ? null : meaning.evidence());
        row.put("returnDate", day(reading.returnDate()));
        row.put("proposedTime", meaning == null ? null : meaning.proposedTime());
        row.put("failedRecipients", read.mail().failedRecipients());
        row.put("originalMessageId", reading.originalMail());
        row.put("substitutes", reading.substitutes());
        row.put("language", reading.language());
        if (withText) {
            row.put("newText", reading.newText());
        }
        return row;
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private String text(Map<String, Object> row) {
        StringBuilder line = new StringBuilder().append(row.get("authorKind"));
        append(line, "", row.get("meaning"));
        append(line, "back ", row.get("returnDate"));
        append(line, "time ", row.get("proposedTime"));
        line.append("  ").append(row.get("file"));
        Object decided = row.get("meaningEvidence") == null ? row.get("evidence") : row.get("meaningEvidence");
        if (!decided.toString().isEmpty()) {
            line.append("\n    ").append(decided);
        }
        if (withText) {
            line.append('\n').append(row.get("newText").toString().indent(4).stripTrailing());
        }
        return line.toString();
    }

    private static void append(StringBuilder line, String label, Object value) {
        if (value != null) {
            line.append("  ").append(label).append(value);
        }
    }
}
