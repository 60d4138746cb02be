package tact.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tact.Custodian;
import tact.DataFolder;
import tact.Log;
import tact.Version;
import tact.annotation.Texts;
import tact.store.OwnerOnly;
import tact.store.SqliteLedger;
import tact.tracker.Ledger;

/** {@code tact}: the host's parts on mail files. */
@Command(
        name = "tact",
        description = "Counts how often you have tried to reach someone, and advises on the next mail.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.VersionProvider.class,
        subcommands = {
            AdviseCommand.class, StateCommand.class, ThreadsCommand.class, ClassifyCommand.class, DueCommand.class, ExportCommand.class,
            ImportCommand.class, ForgetCommand.class, EraseCommand.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface {

    /** Something could not be read; the rest was done. */
    static final int EXIT_PARTIAL = 1;

    private final Path dataFolder;

    /** @param dataFolder the host's, with its ledger */
    private CommandLineInterface(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /**
     * Runs one command.
     *
     * @param dataFolder the host's, with its ledger; need not exist
     * @return the exit code: 0 done, 1 some input could not be read, or the ledger not written, 2 wrong use
     */
    public static int run(Path dataFolder, String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                dataFolder,
                arguments);
    }

    /** {@link #run(Path, String...)} with other outputs. */
    static int run(PrintWriter out, PrintWriter err, Path dataFolder, String... arguments) {
        CommandLine line = new CommandLine(new CommandLineInterface(dataFolder)).setOut(out).setErr(err);
        if (arguments.length == 0) {
            line.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** The host's ledger; need not exist. */
    Path ledgerFile() {
        return DataFolder.ledger(dataFolder);
    }

    /**
     * Opens the host's ledger, and creates it where there is none.
     *
     * @throws tact.tracker.LedgerException if that is not possible
     */
    SqliteLedger openLedger() {
        OwnerOnly.createFolder(dataFolder);
        return SqliteLedger.open(ledgerFile());
    }

    /**
     * What may be done with the host's data.
     *
     * @param ledger the host's
     */
    Custodian custodian(Ledger ledger, Locale language) {
        return new Custodian(ledger, new Log(DataFolder.log(dataFolder))::empty, Clock.systemUTC(), Texts.in(language));
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tact " + Version.CURRENT};
        }
    }
}
