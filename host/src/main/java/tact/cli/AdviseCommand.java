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
import picocli.CommandLine.Spec;
import tact.Desk;
import tact.Version;
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

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ReadMail written;
        try {
            written = MailReader.read(Files.readAllBytes(draft), session.now);
        } catch (UnreadableMailException | IOException e) {
            err.println("tact: the draft " + draft + " cannot be read: " + e.getMessage());
            return CommandLineInterface.EXIT_PARTIAL;
        }
        History mails = History.read(history, session.now, err);
        Annotation annotation = annotate(written, mails);
        PrintWriter out = spec.commandLine().getOut();
        if (session.json) {
            out.println(new Codec().line(annotation));
        } else {
            print(annotation, out);
        }
        return mails.isComplete() ? 0 : CommandLineInterface.EXIT_PARTIAL;
    }

    private static Draft draft(ReadMail written) {
        Mail mail = written.mail();
        return new Draft(
                mail.from(), mail.to(), mail.cc(), List.of(), mail.subject(), mail.references(), written.text(),
                written.attached(), List.of());
    }

    private Annotation annotate(ReadMail written, History mails) {
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            // The draft may lie in a folder of the history; it is not sent yet.
            List<Mail> sent = mails.mails().stream().filter(mail -> !mail.id().equals(written.mail().id())).toList();
            ledger.recordMails(sent, session.now);
            Desk desk = new Desk(() -> ledger, Clock.fixed(session.now, ZoneOffset.UTC));
            desk.handle(new Event.Hello(Version.CURRENT, Set.of(Codec.VERSION), session.language, session.zone, session.me, session.settings()));
            return ((Reply.Annotated) desk.handle(new Event.DraftChanged(draft(written), false))).annotation();
        }
    }

    private static void print(Annotation annotation, PrintWriter out) {
        if (annotation.badge() == null) {
            out.println("Nobody is asked in this draft.");
            return;
        }
        out.println(annotation.badge() + "  " + (annotation.lens() == null ? annotation.label() : annotation.lens().text()));
        for (Annotation.Finding finding : annotation.advice()) {
            out.println(finding.severity() + " [" + finding.rule() + "] " + finding.text());
            out.println("    \"" + finding.passageText() + "\" (" + finding.passage() + ")");
        }
    }
}
