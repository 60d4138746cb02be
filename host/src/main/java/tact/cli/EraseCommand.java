package tact.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.annotation.Texts;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;

/** {@code tact erase}: everything is gone from ledger and log. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Forget everything that Tact knows. Mail in Thunderbird is untouched.")
final class EraseCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Mixin
    Consent consent;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!consent.isGiven(Texts.in(consent.language).say("erase.ask"), out)) {
            return CommandLineInterface.EXIT_PARTIAL;
        }
        try (SqliteLedger ledger = tact.openLedger()) {
            out.println(tact.custodian(ledger, consent.language).erase().text());
            return 0;
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
    }
}
