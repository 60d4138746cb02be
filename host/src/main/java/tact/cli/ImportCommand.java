package tact.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.Custodian;
import tact.event.Event.RecordsImported;
import tact.event.LedgerRecord;
import tact.protocol.Codec;
import tact.protocol.ExportFile;
import tact.protocol.Reply;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;

/** {@code tact import}: an export into the ledger of the host. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Read an export, of tact export or of the options page, into the host's ledger; what is there stays as it is.")
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Parameters(index = "0", paramLabel = "FILE", description = "The export.")
    Path file;

    @Option(names = "--json", description = "What was imported, as one JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    /** Records on their way, so many at a time as an event of the wire takes. */
    private static final class Batches {

        private final Custodian custodian;
        private final List<LedgerRecord> waiting = new ArrayList<>();
        private Reply.Receipt receipt = new Reply.Receipt(0, 0, 0);

        private Batches(Custodian custodian) {
            this.custodian = custodian;
        }

        private void add(LedgerRecord record) {
            waiting.add(record);
            if (waiting.size() == RecordsImported.MAX_RECORDS) {
                finish();
            }
        }

        private void finish() {
            Reply.Receipt more = custodian.record(waiting);
            receipt = new Reply.Receipt(
                    receipt.recorded() + more.recorded(),
                    receipt.known() + more.known(),
                    receipt.unreadable() + more.unreadable());
            waiting.clear();
        }
    }

    @Override
    public Integer call() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                SqliteLedger ledger = tact.openLedger()) {
            Batches batches = new Batches(tact.custodian(ledger, Locale.ENGLISH));
            boolean isWhole = read(in, batches);
            print(batches.receipt);
            return isWhole && batches.receipt.unreadable() == 0 ? 0 : CommandLineInterface.EXIT_PARTIAL;
        } catch (NoSuchFileException e) {
            complain("there is no such file");
        } catch (IOException e) {
            complain(e.getMessage());
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
        }
        return CommandLineInterface.EXIT_PARTIAL;
    }

    /** @return whether nothing was amiss with the file */
    private boolean read(InputStream in, Batches batches) {
        try {
            ExportFile.read(in, batches::add);
            batches.finish();
            return true;
        } catch (IOException e) {
            batches.finish();
            complain(e.getMessage());
            return false;
        }
    }

    private void complain(String what) {
        spec.commandLine().getErr().println("tact: " + file + " cannot be imported: " + what + ".");
    }

    private void print(Reply.Receipt receipt) {
        spec.commandLine().getOut().println(json
                ? new Codec().line(receipt)
                : receipt.recorded() + " recorded, " + receipt.known() + " known before, "
                        + receipt.unreadable() + " unreadable");
    }
}
