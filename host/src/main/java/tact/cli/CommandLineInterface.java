package tact.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tact.Version;

/** {@code tact}: the host's parts on mail files. */
@Command(
        name = "tact",
        description = "Counts how often you have tried to reach someone, and advises on the next mail.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineInterface.VersionProvider.class,
        subcommands = {AdviseCommand.class, ThreadsCommand.class, ClassifyCommand.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface {

    /** Something could not be read; the rest was done. */
    static final int EXIT_PARTIAL = 1;

    private CommandLineInterface() {}

    /**
     * Runs one command.
     *
     * @return the exit code: 0 done, 1 some input could not be read, 2 wrong use
     */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** {@link #run(String...)} with other outputs. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new CommandLineInterface()).setOut(out).setErr(err);
        if (arguments.length == 0) {
            line.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tact " + Version.CURRENT};
        }
    }
}
