package tact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassifyCommandTest {

    private static final String AWAY = """
            Message-ID: <away@example.org>
            Date: Fri, 1 May 2026 09:00:00 +0200
            From: Anna Berg <anna@verlag.example>
            To: Lena Vogt <lena@example.org>
            Subject: Automatic reply: Portfolio
            Auto-Submitted: auto-replied

            I am out of the office until 11 May.
            """;
    private static final String ANSWER = """
            Message-ID: <answer@example.org>
            Date: Mon, 11 May 2026 09:00:00 +0200
            From: Anna Berg <anna@verlag.example>
            To: Lena Vogt <lena@example.org>
            Subject: Re: Portfolio

            Dear Lena,

            I am swamped right now, please try again in June.

            On Mon, 4 May 2026 at 09:00, Lena <lena@example.org> wrote:
            > Can we meet?
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int classify(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "classify";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = folder.toString();
        return CommandLineInterface.run(new PrintWriter(out, true), new PrintWriter(err, true), folder.resolve("data"), arguments);
    }

    private JsonNode line(int number) {
        return JsonMapper.shared().readTree(out.toString().lines().toList().get(number));
    }

    @Test
    void prints_one_object_a_mail() throws IOException {
        Files.writeString(folder.resolve("1.eml"), AWAY);
        Files.writeString(folder.resolve("2.eml"), ANSWER);

        assertThat(classify("--json")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(line(0).get("messageId").asString()).isEqualTo("away@example.org");
        assertThat(line(0).get("authorKind").asString()).isEqualTo("out-of-office");
        assertThat(line(0).get("returnDate").asString()).isEqualTo("2026-05-11");
        assertThat(line(0).get("meaning").isNull()).isTrue();
        assertThat(line(1).get("authorKind").asString()).isEqualTo("human");
        assertThat(line(1).get("meaning").asString()).isEqualTo("not-now");
        assertThat(line(1).get("meaningEvidence").asString()).isEqualTo("I am swamped right now, please try again in June.");
        assertThat(line(1).get("proposedTime").asString()).isEqualTo("in June");
        assertThat(line(1).get("returnDate").isNull()).isTrue();
        assertThat(line(1).get("failedRecipients").isEmpty()).isTrue();
        assertThat(line(1).get("originalMessageId").isNull()).isTrue();
        assertThat(line(1).get("language").asString()).isEqualTo("en");
        assertThat(line(1).has("newText")).isFalse();
    }

    @Test
    void prints_the_new_text_when_asked() throws IOException {
        Files.writeString(folder.resolve("2.eml"), ANSWER);

        classify("--json", "--text");

        assertThat(line(0).get("newText").asString()).startsWith("Dear Lena,").endsWith("in June.");
    }

    @Test
    void tells_what_cannot_be_read_in_one_line_and_goes_on() throws IOException {
        Files.write(folder.resolve("1.eml"), new byte[4096]);
        Files.writeString(folder.resolve("2.eml"), ANSWER);

        assertThat(classify("--json")).isEqualTo(CommandLineInterface.EXIT_PARTIAL);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("1.eml");
        assertThat(line(0).get("messageId").asString()).isEqualTo("answer@example.org");
    }

    @Test
    void is_short_for_people() throws IOException {
        Files.writeString(folder.resolve("1.eml"), AWAY);

        classify();

        assertThat(out.toString()).startsWith("out-of-office  back 2026-05-11").contains("I am out of the office until 11 May.");
    }
}
