package tact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardTest {

    private static final String PASSED_ON = "\r\n-------- Forwarded Message --------\r\nSubject: Minutes\r\nDate: Mon, 2 Nov 2026 09:00:00 +0000\r\n"
            + "From: Boris <b@x.example>\r\nTo: lena@x.example\r\n\r\nCould you all come?\r\n";

    @ParameterizedTest
    @CsvSource({
        "Fwd: Minutes, For your information., true",
        "Fwd: Minutes, '', true",
        "WG: Minutes, Would Thursday suit you?, false",
        "Re: Minutes, For your information., false",
        "Minutes, For your information., false",
    })
    void passes_on_for_information_where_the_user_asks_nothing(String subject, String text, boolean informs)
            throws UnreadableMailException {
        String raw = "Message-ID: <f@x>\r\nDate: Tue, 3 Nov 2026 09:00:00 +0000\r\nFrom: lena@x.example\r\nTo: anna@y.example\r\nSubject: "
                + subject + "\r\n\r\n" + text + "\r\n" + PASSED_ON;

        Mail kept = MailReader.read(raw.getBytes(StandardCharsets.US_ASCII), Instant.EPOCH).kept();

        assertThat(kept.gist().informs()).isEqualTo(informs);
    }
}
