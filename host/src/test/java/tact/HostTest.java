package tact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tact.protocol.Codec;
import tact.store.SqliteLedger;
import tact.tracker.Ledger;
import tact.tracker.LedgerException;
import tact.wire.Frame;
import tact.wire.FrameReader;
import tact.wire.FrameWriter;

class HostTest {

    private static final String HELLO = "{\"v\":1,\"id\":1,\"event\":{\"type\":\"hello\",\"extension\":\"0.1.0\",\"protocols\":[1],"
            + "\"language\":\"en\",\"timeZone\":\"UTC\",\"me\":[\"lena@example.org\"],\"settings\":{\"holidays\":null,\"workingDays\":null,"
            + "\"budget\":null,\"daysToSecondTry\":null,\"daysToLaterTry\":null,\"sameAttemptMinutes\":null,\"establishedMails\":null,"
            + "\"rulesOff\":[]}}}";

    @TempDir
    Path data;

    private int exit;

    /** The replies to these frames, the last of which may be cut short by a number of bytes. */
    private List<String> replies(int cut, String... frames) throws IOException {
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            return replies(() -> ledger, cut, frames);
        }
    }

    private List<String> replies(Supplier<Ledger> ledger, int cut, String... frames) throws IOException {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(in);
        for (String frame : frames) {
            writer.write(frame.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exit = new Host(
                        new FrameReader(new ByteArrayInputStream(Arrays.copyOf(in.toByteArray(), in.size() - cut)), 1000),
                        new FrameWriter(out),
                        new Codec(),
                        new Desk(ledger, Clock.systemUTC()),
                        new Log(data.resolve("tact.log")))
                .run();
        FrameReader reader = new FrameReader(new ByteArrayInputStream(out.toByteArray()), FrameWriter.MAX_FRAME);
        List<String> replies = new ArrayList<>();
        for (Frame frame = reader.read(); frame instanceof Frame.Whole whole; frame = reader.read()) {
            replies.add(new String(whole.payload(), StandardCharsets.UTF_8));
        }
        return replies;
    }

    @Test
    void answers_each_frame_once_in_order_and_ends_cleanly_with_the_input() throws IOException {
        List<String> replies = replies(0, HELLO, "nonsense", HELLO.replace("\"id\":1", "\"id\":2"));

        assertThat(replies).hasSize(3);
        assertThat(replies.get(0)).startsWith("{\"v\":1,\"id\":1,\"welcome\"");
        assertThat(replies.get(1)).startsWith("{\"v\":1,\"id\":null,\"problem\":{\"code\":2");
        assertThat(replies.get(2)).startsWith("{\"v\":1,\"id\":2,\"welcome\"");
        assertThat(exit).isZero();
    }

    @Test
    void answers_a_frame_past_the_limit_and_goes_on() throws IOException {
        List<String> replies = replies(0, "x".repeat(1001), HELLO);

        assertThat(replies.get(0)).contains("\"code\":1");
        assertThat(replies.get(1)).contains("welcome");
    }

    @Test
    void ends_with_a_fault_when_the_pipe_ends_inside_a_frame() throws IOException {
        assertThat(replies(3, HELLO)).isEmpty();
        assertThat(exit).isEqualTo(1);
        assertThat(Files.readString(data.resolve("tact.log"))).contains("inside a message");
    }

    @Test
    void answers_a_defect_of_its_own_and_goes_on() throws IOException {
        Supplier<Ledger> defect = () -> {
            throw new IllegalStateException("defect");
        };

        assertThat(replies(defect, 0, HELLO, HELLO)).hasSize(2).allSatisfy(reply -> assertThat(reply).contains("\"code\":10"));
        assertThat(exit).isZero();
    }

    @Test
    void logs_faults_where_only_the_owner_can_read_them_and_nothing_without_faults() throws IOException {
        replies(0, HELLO);
        assertThat(data.resolve("tact.log")).doesNotExist();

        replies(0, "nonsense");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tact.log")))).isEqualTo("rw-------");
    }

    @Test
    void keeps_serving_without_a_ledger() throws IOException {
        Supplier<Ledger> unavailable = () -> {
            throw new LedgerException("The folder cannot be created", null);
        };

        assertThat(replies(unavailable, 0, HELLO)).singleElement().asString().contains("\"code\":8", "\"retryable\":true");
    }
}
