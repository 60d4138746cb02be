package tact.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tact.Desk;
import tact.Version;
import tact.advice.Rule;
import tact.advice.Rulebook;
import tact.annotation.Annotation;
import tact.event.Draft;
import tact.event.Event;
import tact.mail.Mail;
import tact.mail.MailReader;
import tact.mail.ReadMail;
import tact.mail.UnreadableMailException;
import tact.protocol.Codec;
import tact.protocol.Reply;
import tact.store.SqliteLedger;
import tact.tracker.LedgerException;
import tact.tracker.Statement;

/** {@code tact advise}: what Thunderbird would show on a draft. */
@Command(name = "advise", mixinStandardHelpOptions = true, description = "What Tact says about a draft, given the mail so far.")
final class AdviseCommand implements Callable<Integer> {

    @Mixin
    Session session;

    @Option(names = "--history", required = true, arity = "1..*", paramLabel = "PATH",
            description = "The mail so far: mbox, Maildir, mail files, or folders of these.")
    List<Path> history;

    @Option(names = "--draft", required = true, paramLabel = "FILE.eml", description = "The draft.")
    Path draft;

    @Option(names = "--ledger", paramLabel = "FILE",
            description = "What the user said of people is taken from this ledger. Default: the host's, where there is one.")
    Path ledger;

    @Option(names = "--no-ledger", description = "Nobody has said anything of anybody.")
    boolean isWithoutLedger;

    @Option(names = "--silenced", split = ",", paramLabel = "RULE", description = "Rules that are switched off for this draft.")
    List<String> silenced = List.of();

    @ParentCommand
    CommandLineInterface tact;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        checkRules();
        ReadMail written;
        try {
            written = MailReader.read(Files.readAllBytes(draft), session.now);
        } catch (UnreadableMailException | IOException e) {
            err.println("tact: the draft " + draft + " cannot be read: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
        History mails = History.read(history, session.now, err);
        Said said = said(err);
        Draft asking = draft(written);
        Annotation annotation = annotate(asking, written.mail(), mails, said);
        PrintWriter out = spec.commandLine().getOut();
        if (session.json) {
            out.println(new Codec().line(annotation));
        } else {
            new AnnotationText(annotation, asking, out).print();
        }
        return mails.isComplete() && said.isComplete() ? 0 : CommandLineInterface.EXIT_PARTIAL;
    }

    private Draft draft(ReadMail written) {
        Mail mail = written.mail();
        return new Draft(
                mail.from(), mail.to(), mail.cc(), List.of(), mail.subject(), mail.references(), written.text(),
                written.attached(), silenced);
    }

    private void checkRules() {
        List<String> rules = Rulebook.rules().stream().map(Rule::id).toList();
        for (String id : silenced) {
            if (!rules.contains(id)) {
                throw new ParameterException(spec.commandLine(), "'" + id + "' is none of " + String.join(", ", rules));
            }
        }
    }

    /**
     * What the user had said by now.
     *
     * @param isComplete whether the ledger could be read
     */
    private record Said(List<Statement> statements, boolean isComplete) {}

    private Said said(PrintWriter err) {
        Path file = ledger == null ? tact.ledgerFile() : ledger;
        if (isWithoutLedger || ledger == null && !Files.exists(file)) {
            return new Said(List.of(), true);
        }
        try (SqliteLedger reading = SqliteLedger.openToRead(file)) {
            return new Said(reading.statements().stream().filter(statement -> !statement.at().isAfter(session.now)).toList(), true);
        } catch (LedgerException e) {
            err.println("tact: " + e.getMessage());
            return new Said(List.of(), false);
        }
    }

    private Annotation annotate(Draft asking, Mail written, History mails, Said said) {
        try (SqliteLedger scratch = SqliteLedger.inMemory()) {
            // The draft may lie in a folder of the history; it is not sent yet.
            List<Mail> sent = mails.mails().stream().filter(mail -> !mail.id().equals(written.id())).toList();
            scratch.recordMails(sent, session.now);
            said.statements().forEach(scratch::recordStatement);
            Desk desk = new Desk(() -> scratch, Clock.fixed(session.now, ZoneOffset.UTC));
            desk.handle(new Event.Hello(
                    Version.CURRENT, Set.of(Codec.VERSION), session.language, session.zone, session.me, session.settings()));
            return ((Reply.Annotated) desk.handle(new Event.DraftChanged(asking, false))).annotation();
        }
    }
}
