package tact.e2e;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A mail of the story. Says who wrote what to whom, and how long ago; {@link #raw} is the RFC 5322 text.
 * Immutable: each method gives a changed copy.
 */
final class Letter {

    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    private static final LocalTime START_OF_WORK = LocalTime.of(8, 30);
    private static final int MINUTES_OF_WORK = 9 * 60;

    private final Map<String, String> headers;
    private final String body;

    private Letter(Map<String, String> headers, String body) {
        this.headers = headers;
        this.body = body;
    }

    /**
     * A mail of a person to another.
     *
     * @param daysAgo calendar days since it was sent, some time during the working day; 0 is now
     */
    static Letter of(Person from, Person to, int daysAgo, String subject, String text) {
        ZonedDateTime sent = ZonedDateTime.now().minusDays(daysAgo);
        if (daysAgo > 0) {
            int minute = Math.floorMod(Objects.hash(to.address(), subject, daysAgo), MINUTES_OF_WORK);
            sent = sent.with(START_OF_WORK.plusMinutes(minute));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", "<" + Integer.toHexString((from.address() + to.address() + subject).hashCode()) + "."
                + sent.toInstant().toEpochMilli() + "@" + from.address().substring(from.address().indexOf('@') + 1) + ">");
        headers.put("Date", RFC_5322.format(sent));
        headers.put("From", from.mailbox());
        headers.put("To", to.mailbox());
        headers.put("Subject", subject);
        headers.put("MIME-Version", "1.0");
        headers.put("Content-Type", "text/plain; charset=UTF-8; format=flowed");
        headers.put("Content-Transfer-Encoding", "8bit");
        return new Letter(headers, text);
    }

    /** The same, as an answer to or a continuation of {@code earlier}. */
    Letter following(Letter earlier) {
        List<String> references = new ArrayList<>();
        if (earlier.headers.containsKey("References")) {
            references.add(earlier.headers.get("References"));
        }
        references.add(earlier.id());
        return with("In-Reply-To", earlier.id()).with("References", String.join("\r\n ", references));
    }

    /** The same with a header set; {@code value} null takes it away. */
    Letter with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Letter(changed, body);
    }

    /** The same with a file attached; only for a letter that is plain text. */
    Letter attaching(String name, String type, byte[] content) {
        String boundary = "attached";
        String encoded = Base64.getMimeEncoder().encodeToString(content);
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove("Content-Transfer-Encoding");
        changed.put("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        return new Letter(changed, """
                --%1$s
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %2$s
                --%1$s
                Content-Type: %3$s; name="%4$s"
                Content-Disposition: attachment; filename="%4$s"
                Content-Transfer-Encoding: base64

                %5$s
                --%1$s--
                """.formatted(boundary, body.strip(), type, name, encoded));
    }

    /** The Message-ID in angle brackets. */
    String id() {
        return headers.get("Message-ID");
    }

    /** The Message-ID as Thunderbird's own interfaces have it, without angle brackets. */
    String messageId() {
        return id().substring(1, id().length() - 1);
    }

    /** The Date header. */
    String date() {
        return headers.get("Date");
    }

    String subject() {
        return headers.get("Subject");
    }

    /** The mail as RFC 5322 has it: CRLF, one character a byte. */
    String raw() {
        StringBuilder mail = new StringBuilder();
        headers.forEach((name, value) -> mail.append(name).append(": ").append(value).append("\r\n"));
        mail.append("\r\n").append(body.strip().replace("\r\n", "\n").replace("\n", "\r\n")).append("\r\n");
        return new String(mail.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
