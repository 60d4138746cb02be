package tact.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import tact.event.Event;
import tact.event.FollowUpSort;
import tact.event.Settings;
import tact.mail.Mail;
import tact.protocol.Codec;
import tact.protocol.Reply;
import tact.store.SqliteLedger;

/** In a JVM as the launcher starts it: the list of follow-ups over a ledger on disk with 10,000 threads, from the event to the bytes of the reply. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"})
@Warmup(iterations = 3)
@Measurement(iterations = 9)
public class FollowUpBenchmark {

    private static final int BATCH = 64;
    private static final int IMPORTED = 1_000;
    private static final int IMPORTS = 12;

    /** So many mails have 10,000 threads on which somebody was asked. */
    @Param("33800")
    public int mails;

    private final Codec codec = new Codec();
    private Path folder;
    private SqliteLedger ledger;
    private Desk desk;
    private Correspondence correspondence;
    private Instant end;
    private ZoneId zone;

    /** Fills a ledger but for the last mails, which arrive later. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("tact-benchmark");
        ledger = SqliteLedger.open(folder.resolve("ledger.sqlite"));
        ledger.recordMe(List.of(Post.LENA));
        correspondence = new Correspondence(20261123, mails + IMPORTS * IMPORTED);
        end = correspondence.end();
        record(mails);
        desk = new Desk(() -> ledger, Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end)));
        greet(Post.ZONE);
    }

    /** In another zone other days begin, so that all is worked out anew. */
    private void greet(ZoneId zone) {
        this.zone = zone;
        desk.handle(new Event.Hello("0.1.0", Set.of(Codec.VERSION), Locale.ENGLISH, zone, List.of(Post.LENA), Settings.NONE));
    }

    private void record(int count) {
        List<Mail> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(correspondence.next());
            if (batch.size() == BATCH || i == count - 1) {
                ledger.recordMails(batch, end);
                batch.clear();
            }
        }
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

    private byte[] ask(String text, int from) {
        return codec.encode(1L, list(text, from));
    }

    private Reply.FollowUps list(String text, int from) {
        return (Reply.FollowUps) desk.handle(new Event.FollowUpsAsked(null, text, FollowUpSort.NEXT, from, Event.FollowUpsAsked.MAX_ROWS));
    }

    /** All threads anew; asked until all are known. */
    @Benchmark
    public int workingOutAll() {
        greet(zone.equals(Post.ZONE) ? ZoneId.of("Europe/Paris") : Post.ZONE);
        return workOut();
    }

    private int workOut() {
        int questions = 1;
        while (list("", 0).followUps().behind() > 0) {
            questions++;
        }
        return questions;
    }

    /** A ledger whose follow-ups are known. */
    @State(Scope.Benchmark)
    public static class Known {

        /** Works all out, and asks a few times, as the compiler is warm when the list is open. */
        @Setup(Level.Trial)
        public void workOut(FollowUpBenchmark benchmark) {
            benchmark.workOut();
            for (int i = 0; i < 20; i++) {
                benchmark.ask("", i * 50);
            }
        }
    }

    /** The first page. */
    @Benchmark
    public byte[] opening(Known known) {
        return ask("", 0);
    }

    /** The last of a hundred pages. */
    @Benchmark
    public byte[] lastPage(Known known) {
        return ask("", 9_900);
    }

    /** Words that few rows contain. */
    @Benchmark
    public byte[] search(Known known) {
        return ask("person 7 subject 99", 0);
    }

    /** The first page after one more mail has come. */
    @Benchmark
    public byte[] afterNewMail(Known known) {
        record(1);
        return ask("", 0);
    }

    /** A thousand mails arrive while no follow-up has been asked for: nothing is marked. */
    @Benchmark
    public void importUnmarked() {
        record(IMPORTED);
    }

    /** A thousand mails arrive beside an index that is known. */
    @Benchmark
    public void importMarked(Known known) {
        record(IMPORTED);
    }
}
