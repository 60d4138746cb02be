package tact.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail with what its writer says who wrote it.
 *
 * @param label its kind, its language, its number
 */
record LabelledMail(String label, String raw) {

    private static final Pattern LABEL = Pattern.compile("(?m)^#### ([a-z-]+ [a-z]{2} \\d\\d)\n");

    /** The mails of a file beside the tests, each under a line with its label. */
    static List<LabelledMail> all(String file) {
        String text;
        try (InputStream in = LabelledMail.class.getResourceAsStream(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<MatchResult> labels = LABEL.matcher(text).results().toList();
        List<LabelledMail> mails = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int end = i + 1 < labels.size() ? labels.get(i + 1).start() : text.length();
            mails.add(new LabelledMail(labels.get(i).group(1), text.substring(labels.get(i).end(), end)));
        }
        return mails;
    }

    String kind() {
        return label.substring(0, label.indexOf(' '));
    }

    ReadMail read() {
        try {
            return MailReader.read(raw.getBytes(StandardCharsets.US_ASCII), Instant.EPOCH);
        } catch (UnreadableMailException e) {
            throw new AssertionError(label, e);
        }
    }
}
