package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.event.Claim;
import tact.mail.Address;
import tact.mail.MessageId;
import tact.protocol.Codec;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;
import tact.tracker.Statement;

/** {@code tact state}: says something of a person, as the panel does, into the ledger of the host. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Say something of a person, as in the panel; it lands in the same ledger.")
final class StateCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Parameters(index = "0", paramLabel = "PERSON", description = "Their address.")
    String person;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "CLAIM",
            completionCandidates = ClaimWords.Forms.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    List<String> words;

    @Option(names = "--on", paramLabel = "MESSAGE-ID", description = "A mail of the thread that is meant.")
    List<String> thread = List.of();

    @Option(names = "--at", paramLabel = "INSTANT", converter = Session.InstantConverter.class,
            description = "When it was said, such as 2026-11-23T09:00:00Z. Default: now.")
    Instant at = Instant.now();

    @Option(names = "--ledger", paramLabel = "FILE", description = "Another ledger than the host's.")
    Path ledger;

    @Option(names = "--json", description = "What was noted, as one JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    private record Row(Instant at, Address person, List<MessageId> references, Claim claim) {}

    @Override
    public Integer call() {
        Statement statement = statement();
        try (SqliteLedger noting = ledger == null ? tact.openLedger() : SqliteLedger.open(ledger)) {
            noting.recordStatement(statement);
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json
                ? new Codec().line(new Row(statement.at(), statement.person(), statement.references(), statement.claim()))
                : "Noted of " + statement.person() + ": " + String.join(" ", ClaimWords.of(statement.claim())));
        return 0;
    }

    private Statement statement() {
        try {
            Claim claim = ClaimWords.parse(words);
            Address about = ClaimWords.address(person);
            List<MessageId> references = thread.stream().map(ClaimWords::messageId).toList();
            if (claim.equals(new Claim.Muted(Claim.Scope.THREAD)) && references.isEmpty()) {
                throw new IllegalArgumentException("muted thread needs a mail of the thread: --on MESSAGE-ID");
            }
            return new Statement(at, claim, about, references);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
