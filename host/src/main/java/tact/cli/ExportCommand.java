package tact.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.protocol.ExportFile;
import tact.store.OwnerOnly;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;

/** {@code tact export}: all that the ledger holds, as {@code tact import} and the extension read it. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write all that Tact knows as JSON, to take it elsewhere or to keep it; see tact import.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
            description = "Where to; readable for its owner alone. Default: standard output.")
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try (SqliteLedger ledger = SqliteLedger.openToRead(tact.ledgerFile());
                ExportFile.Output records = new ExportFile.Output(output())) {
            records.test(tact.custodian(ledger, Locale.ENGLISH).heading());
            ledger.export(null, records);
            return 0;
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            spec.commandLine().getErr().println("tact: the export cannot be written: " + e.getMessage());
        }
        return CommandLineInterface.EXIT_PARTIAL;
    }

    private OutputStream output() throws IOException {
        if (file != null) {
            OwnerOnly.createFile(file);
            return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
        return new FilterOutputStream(System.out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
