package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail made to take long: a piece repeated as often as the reader looks at. */
class HostileMailTest {

    /** The promise is one second; the rest is for a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static void read(String mail) {
        assertTimeout(LIMIT, () -> {
            try {
                MailReader.read(mail.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
            } catch (UnreadableMailException e) {
                assertThat(e).hasMessageContaining("header");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "On 5,\n", "On 5, a@b\n\n\n", "> ", "> a\n", "Sent from x\nname\n\n", "a@b ", "-", "_", "From: x\n", "5 May ", "I am happy to meet ",
        "not ", "bis 5. Mai ", "1/2/26 ", "((((", "user unknown ", "to <a@b", "550 5.1.1 ", "message-id:<", "----- original ", "\u0301",
        "ATTENDEE;PARTSTAT=", "Action: ", "\n", "\r", "i am i am currently ", "--\n", "Von: x\nAn: y\n", "if i can't ", "11-"})
    void of_one_piece_repeated_is_read_in_bounded_time(String piece) {
        String body = piece.repeat(MailReader.MAX_RAW / piece.length());
        String subject = piece.replaceAll("[\r\n]", " ").repeat(2000);
        for (String type : new String[] {"text/plain; charset=utf-8", "text/html", "text/calendar", "message/delivery-status"}) {
            read("From: MAILER-DAEMON@x.example\nReturn-Path: <>\nSubject: " + subject + "\nContent-Type: " + type + "\n\n" + body);
        }
        read("From: anna@x.example\nSubject: Portfolio\n\n" + body);
    }

    static Stream<String> mails() {
        return Stream.of(
                "From: a@b\n" + "Subject: x\n".repeat(20_000) + "\nx",
                "From: " + "a@b, ".repeat(50_000) + "\n\nx",
                "From: " + "(".repeat(100_000) + "\n\nx",
                "Date: " + "(".repeat(100_000) + "\n\nx",
                "Date: Mon,\r 2 Nov 2026\n\nx",
                "References: " + "<a@b".repeat(60_000) + "\n\nx",
                "To: =?utf-8?B?" + "AAAA".repeat(30_000) + "?=\n\nx",
                "Content-Type: text/html\n\n" + "<blockquote>".repeat(20_000) + "x",
                "Content-Type: text/html\n\n" + "<table><tr><td>".repeat(17_000) + "x",
                "Content-Type: text/html\n\n" + "<b><i><p>".repeat(25_000) + "x",
                "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(30_000),
                "Content-Type: message/rfc822\n\n".repeat(8000));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void of_many_fields_parts_or_levels_is_read_in_bounded_time(String mail) {
        read(mail);
    }

    @Test
    void of_nothing_but_nuls_is_refused() {
        read("\u0000".repeat(MailReader.MAX_RAW));
    }
}
