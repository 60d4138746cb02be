package tact.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tact.mail.Mail;
import tact.mail.MessageId;
import tact.protocol.Codec;
import tact.store.SqliteLedger;
import tact.tracker.ContactHistory;
import tact.tracker.Policy;
import tact.tracker.Standing;
import tact.tracker.ThreadHistory;
import tact.tracker.Tracker;

/** {@code tact threads}: how it stands on each thread. */
@Command(name = "threads", mixinStandardHelpOptions = true, description = "How it stands on each thread of the given mail.")
final class ThreadsCommand implements Callable<Integer> {

    /**
     * One line of the JSON output.
     *
     * @param person      whose streak is the longest; null if I asked nobody
     * @param standing    null if I asked nobody
     * @param lastAttempt null if nothing is unanswered
     * @param due         null if no try is due
     * @param streaks     all tries on the thread up to now, in the order in which they began
     */
    record Row(
            List<MessageId> messageIds,
            String subject,
            String person,
            int threadStreak,
            int personStreak,
            String standing,
            Instant lastAttempt,
            LocalDate due,
            List<PastStreak> streaks) {}

    /**
     * Tries in a row.
     *
     * @param answered whether a human answered them; false while they are open
     */
    record PastStreak(String person, int tries, boolean answered) {}

    @Mixin
    Session session;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "mbox, Maildir, mail files, or folders of these.")
    List<Path> paths;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        History history = History.read(paths, session.now, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        Codec codec = new Codec();
        for (Row row : rows(history)) {
            out.println(session.json ? codec.line(row) : text(row));
        }
        return history.isComplete() ? 0 : CommandLineInterface.EXIT_PARTIAL;
    }

    private List<Row> rows(History history) {
        List<Mail> mails = history.mails();
        if (session.isFirstWriter()) {
            return new Tracker(Policy.DEFAULT).threadsByFirstWriter(mails, session.now, session.zone).stream()
                    .map(thread -> row(thread, history))
                    .toList();
        }
        try (SqliteLedger ledger = SqliteLedger.inMemory()) {
            ledger.recordMe(session.me);
            ledger.recordMails(mails, session.now);
            return new Tracker(Policy.DEFAULT).threads(ledger.all(), session.now, session.zone).stream()
                    .map(thread -> row(thread, history))
                    .toList();
        }
    }

    private Row row(ThreadHistory thread, History history) {
        List<MessageId> ids = thread.thread().mails().stream().map(history::nameOf).toList();
        String subject = thread.thread().mails().get(0).subject();
        return ContactHistory.speaking(thread.people(), Policy.DEFAULT)
                .map(contact -> new Row(
                        ids,
                        subject,
                        contact.person().spec(),
                        contact.onThread().tries(),
                        contact.toPerson().tries(),
                        standing(contact),
                        contact.onThread().isEmpty() ? null : contact.onThread().last().sentAt(),
                        contact.onThread().isEmpty() ? null : Policy.DEFAULT.due(contact.counting(), session.zone),
                        pastStreaks(thread.people())))
                .orElse(new Row(ids, subject, null, 0, 0, null, null, null, List.of()));
    }

    private static List<PastStreak> pastStreaks(List<ContactHistory> people) {
        record Begun(Instant at, PastStreak streak) {}
        return people.stream()
                .flatMap(contact -> contact.streaks().stream().map(ended -> new Begun(
                        ended.streak().first().sentAt(),
                        new PastStreak(contact.person().spec(), ended.streak().tries(), ended.answered()))))
                .sorted(Comparator.comparing(Begun::at))
                .map(Begun::streak)
                .toList();
    }

    private String standing(ContactHistory contact) {
        Standing standing = Standing.of(contact, Policy.DEFAULT, session.now, session.zone);
        return standing == null ? null : standing.id();
    }

    private static String text(Row row) {
        return row.person() == null
                ? "-    " + row.subject()
                : row.threadStreak() + "/" + Policy.DEFAULT.budget() + "  " + row.standing() + "  " + row.person() + "  "
                        + row.subject() + (row.due() == null ? "" : "  (due " + row.due() + ")");
    }
}
