package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.annotation.FollowUpList.Row;
import tact.annotation.FollowUpMaker;
import tact.annotation.Texts;
import tact.event.FollowUpGroup;
import tact.event.Settings;
import tact.protocol.Codec;
import tact.settings.Policies;
import tact.store.SqliteLedger;
import tact.tracker.Dossier;
import tact.tracker.FollowUp;
import tact.tracker.LedgerException;
import tact.tracker.Policy;
import tact.tracker.Tracker;

/** {@code tact due}: what the list of follow-ups shows as due. Reads the ledger only: its index belongs to the user's settings. */
@Command(name = "due", mixinStandardHelpOptions = true, description = "Whom to write to again, by the ledger of the host.")
final class DueCommand implements Callable<Integer> {

    @ParentCommand
    CommandLineInterface tact;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Another ledger than the host's.")
    Path ledger;

    @Option(names = "--now", paramLabel = "INSTANT", converter = Session.InstantConverter.class,
            description = "The moment to look from, such as 2026-11-23T09:00:00Z. Default: now.")
    Instant now = Instant.now();

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone that decides which day it is. Default: the system's.")
    ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--lang", paramLabel = "LANG", converter = Session.LocaleConverter.class, description = "en or de. Default: en.")
    Locale language = Locale.ENGLISH;

    @Option(names = "--holidays", paramLabel = "CODE", description = "Whose public holidays are kept, such as DE or DE-BY. Default: nobody's.")
    String holidays;

    @Option(names = "--working-days", split = ",", paramLabel = "1-7", description = "1 for Monday to 7 for Sunday. Default: 1,2,3,4,5.")
    List<Integer> workingDays;

    @Option(names = "--json", description = "One JSON object a line, as a row of follow-ups on the wire.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Dossier facts;
        try (SqliteLedger reading = SqliteLedger.openToRead(ledger == null ? tact.ledgerFile() : ledger)) {
            facts = reading.all();
        } catch (LedgerException e) {
            spec.commandLine().getErr().println("tact: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
        Policy policy = Policies.of(
                new Settings(holidays, workingDays, null, null, null, null, null, List.of()), now.atZone(zone).toLocalDate());
        FollowUpMaker maker = new FollowUpMaker(Texts.in(language), policy, now, zone);
        Codec codec = new Codec();
        PrintWriter out = spec.commandLine().getOut();
        new Tracker(policy).followUps(facts, now, zone).stream()
                .filter(followUp -> followUp.group() == FollowUpGroup.DUE)
                .sorted(Comparator.comparing(FollowUp::next).thenComparing(FollowUp::root))
                .map(maker::row)
                .forEach(row -> out.println(json ? codec.line(row) : text(row)));
        return 0;
    }

    private static String text(Row row) {
        return row.next() + "  " + row.person() + "  " + row.subject() + "  (" + row.text() + ")\n            " + row.advice();
    }
}
