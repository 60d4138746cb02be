package tact.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import tact.Custodian;
import tact.Post;
import tact.annotation.Texts;
import tact.event.Event.RecordsImported;
import tact.event.LedgerRecord;
import tact.mail.Mail;
import tact.protocol.ExportFile;
import tact.protocol.Reply;
import tact.store.SqliteLedger;

/**
 * What users do with all their data at once, over a ledger on disk: seldom, and so measured as it is met, in a host that has just been
 * started. Each is done to a fresh copy of the same ledger.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class DataBenchmark {

    private static final int BATCH = 1000;

    @Param("100000")
    public int mails;

    private Path folder;
    private Path full;
    private Path exported;
    private SqliteLedger ledger;
    private SqliteLedger empty;
    private Custodian custodian;

    /** Fills a ledger, and exports it. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("tact-benchmark");
        full = folder.resolve("full.sqlite");
        exported = folder.resolve("export.json");
        Correspondence correspondence = new Correspondence(20261123, mails);
        Clock clock = Clock.fixed(correspondence.end(), ZoneOffset.UTC);
        try (SqliteLedger filling = SqliteLedger.open(full);
                ExportFile.Output output = new ExportFile.Output(Files.newOutputStream(exported))) {
            filling.recordMe(List.of(Post.LENA));
            List<Mail> batch = new ArrayList<>();
            for (Mail mail = correspondence.next(); mail != null; mail = correspondence.next()) {
                batch.add(mail);
                if (batch.size() == BATCH) {
                    filling.recordMails(batch, correspondence.end());
                    batch.clear();
                }
            }
            filling.recordMails(batch, correspondence.end());
            output.test(new LedgerRecord.Heading(LedgerRecord.VERSION, correspondence.end()));
            filling.export(null, output);
        }
        ledger = SqliteLedger.open(Files.copy(full, folder.resolve("ledger.sqlite"), StandardCopyOption.REPLACE_EXISTING));
        empty = SqliteLedger.open(folder.resolve("empty.sqlite"));
        custodian = new Custodian(ledger, () -> { }, clock, Texts.in(Locale.ENGLISH));
    }

    /** Removes the ledgers. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        ledger.close();
        empty.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** All pages, as the extension asks for them. */
    @Benchmark
    public int pages() {
        int records = 0;
        String from = null;
        do {
            Reply.Exported page = custodian.export(from);
            records += page.records().size();
            from = page.next();
        } while (from != null);
        return records;
    }

    /** An export file, as {@code tact export} writes it. */
    @Benchmark
    public void export() throws IOException {
        try (ExportFile.Output output = new ExportFile.Output(OutputStream.nullOutputStream())) {
            output.test(custodian.heading());
            ledger.export(null, output);
        }
    }

    /** An export file into an empty ledger, as {@code tact import} reads it. */
    @Benchmark
    public int load() throws IOException {
        Custodian into = new Custodian(empty, () -> { }, Clock.systemUTC(), Texts.in(Locale.ENGLISH));
        List<LedgerRecord> waiting = new ArrayList<>();
        int[] recorded = {0};
        ExportFile.read(Files.newInputStream(exported), record -> {
            waiting.add(record);
            if (waiting.size() == RecordsImported.MAX_RECORDS) {
                recorded[0] += into.record(waiting).recorded();
                waiting.clear();
            }
        });
        return recorded[0] + into.record(waiting).recorded();
    }

    /** The person with whom there is most mail. */
    @Benchmark
    public Reply forget() {
        return custodian.forget(AdviceBenchmark.person(0));
    }

    /** Everything. */
    @Benchmark
    public Reply erase() {
        return custodian.erase();
    }
}
