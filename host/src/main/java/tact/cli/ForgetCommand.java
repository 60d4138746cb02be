package tact.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.annotation.Texts;
import tact.mail.Address;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;

/** {@code tact forget}: everything about a person is gone from ledger and log. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = "Forget everything about a person, under all their addresses. Mail in Thunderbird is untouched.")
final class ForgetCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "One of their addresses.")
    String person;

    @Mixin
    Consent consent;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Address address = address();
        PrintWriter out = spec.commandLine().getOut();
        try (SqliteLedger ledger = tact.openLedger()) {
            String all = ledger.addressesOf(address).stream().map(Address::spec).collect(Collectors.joining(", "));
            if (!consent.isGiven(Texts.in(consent.language).say("forget.ask", address.display(), all), out)) {
                return CommandLineInterface.EXIT_PARTIAL;
            }
            out.println(tact.custodian(ledger, consent.language).forget(address).text());
            return 0;
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
    }

    private Address address() {
        try {
            return ClaimWords.address(person);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
