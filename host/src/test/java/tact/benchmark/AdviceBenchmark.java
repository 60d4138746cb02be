package tact.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tact.Desk;
import tact.Post;
import tact.event.Draft;
import tact.event.Event;
import tact.event.Settings;
import tact.mail.Address;
import tact.mail.Mail;
import tact.protocol.Codec;
import tact.protocol.ProtocolException;
import tact.protocol.Reply;
import tact.protocol.Request;
import tact.store.SqliteLedger;

/**
 * The host's part of an annotation, from the bytes of a frame to the bytes of its reply, over ledgers of different sizes
 * on disk. {@code baseline} is what the envelope alone costs: an event that is answered without ledger and advice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AdviceBenchmark {

    private static final int BATCH = 1000;

    @Param({"1000", "100000"})
    public int mails;

    private final Codec codec = new Codec();
    private Path folder;
    private SqliteLedger ledger;
    private Desk desk;
    /** What somebody types who follows up: something for the linter to read, and to find. */
    private static final String PROSE = "I wrote to you two weeks ago about my plates of bridges, and still have not heard back from you."
            + " I know that the spring issue keeps everybody busy. Just checking in: would ten minutes by video suit you some day next"
            + " week, or is somebody else the right person to ask? I could also send you two prints by post. ";

    private List<byte[]> keystrokes;
    private List<byte[]> openings;
    private byte[] empty;
    private int next;

    /** Fills a ledger and prepares the frames. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("tact-benchmark");
        ledger = SqliteLedger.open(folder.resolve("ledger.sqlite"));
        Correspondence correspondence = new Correspondence(20261123, mails);
        List<Mail> batch = new ArrayList<>();
        for (Mail mail = correspondence.next(); mail != null; mail = correspondence.next()) {
            batch.add(mail);
            if (batch.size() == BATCH) {
                ledger.recordMails(batch, correspondence.end());
                batch.clear();
            }
        }
        ledger.recordMails(batch, correspondence.end());
        desk = new Desk(() -> ledger, Clock.fixed(correspondence.end(), ZoneOffset.UTC));
        desk.handle(new Event.Hello("0.1.0", Set.of(Codec.VERSION), Locale.ENGLISH, Post.ZONE, List.of(Post.LENA), Settings.NONE));

        StringBuilder text = new StringBuilder("Dear Anna,\n\n");
        keystrokes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            text.append(PROSE.charAt(i % PROSE.length()));
            keystrokes.add(frame(correspondence.draft(0, text + "\n\n> " + "quoted words of an earlier mail ".repeat(30))));
        }
        openings = new ArrayList<>();
        for (int person = 0; person < Math.min(correspondence.people(), 2000); person++) {
            openings.add(frame(correspondence.draft(person, "Dear you,")));
        }
        empty = codec.encode(new Request(1, new Event.MailsListed(List.of())));
    }

    private byte[] frame(Draft draft) {
        return codec.encode(new Request(1, new Event.DraftChanged(draft, false)));
    }

    /** Removes the ledger. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        ledger.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** One more character in an open draft. */
    @Benchmark
    public byte[] keystroke() throws ProtocolException {
        return reply(keystrokes.get(next++ % keystrokes.size()));
    }

    /** A draft to another person than before: the ledger is asked. */
    @Benchmark
    public byte[] opening() throws ProtocolException {
        return reply(openings.get(next++ % openings.size()));
    }

    /** Decoding and encoding alone. */
    @Benchmark
    public byte[] baseline() throws ProtocolException {
        return reply(empty);
    }

    private byte[] reply(byte[] frame) throws ProtocolException {
        Request request = codec.decode(frame);
        Reply reply = desk.handle(request.event());
        return codec.encode(request.id(), reply);
    }

    /** For {@link Address}es of the n-th person. */
    static Address person(int n) {
        return new Address("Person " + n, "person" + n + "@company" + n % 97 + ".example");
    }
}
