package tact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.SearchKind;
import tact.mail.Address;
import tact.mail.MessageId;
import tact.mail.Subject;
import tact.tracker.Forgotten;
import tact.tracker.Statement;

/**
 * Takes one person out of the facts: the mails that they alone share with the user are deleted, from the others their addresses
 * are struck, and wherever else they or those mails are named. What is derived has to be derived anew. Used once.
 */
final class Forgetting {

    private final Database database;
    private final Set<String> person;
    private final Set<String> me;
    /** Message-IDs of the deleted mails, and what they were about. */
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> subjects = new HashSet<>();

    /** @param person identities of all their addresses */
    Forgetting(Database database, Set<String> person, Set<String> me) {
        this.database = Objects.requireNonNull(database);
        this.person = Set.copyOf(person);
        this.me = Set.copyOf(me);
    }

    /** Within a transaction. */
    Forgotten run() throws SQLException {
        forgetMails();
        strikeReferences();
        int statements = forgetStatements();
        for (String identity : person) {
            database.update("DELETE FROM card WHERE identity = ?", identity);
        }
        forgetSearches();
        return new Forgotten(deleted.size(), statements);
    }

    /** Who stands on a mail. */
    private record Envelope(
            String id, String subject, Address from, List<Address> to, List<Address> cc, List<Address> failed, String list) {

        static Envelope of(ResultSet row) throws SQLException {
            return new Envelope(
                    row.getString(1),
                    row.getString(2),
                    Columns.toAddress(row.getString(3)),
                    Columns.toAddresses(row.getString(4)),
                    Columns.toAddresses(row.getString(5)),
                    Columns.toAddresses(row.getString(6)),
                    row.getString(7));
        }
    }

    private void forgetMails() throws SQLException {
        List<Envelope> shared = new ArrayList<>();
        Map<String, String> reports = new HashMap<>();
        database.each(
                "SELECT message_id, subject, sender, recipients, copies, failed_recipients, list_post, returned_mail"
                        + " FROM mail",
                row -> {
                    Envelope envelope = Envelope.of(row);
                    if (isTheirs(envelope)) {
                        delete(envelope.id(), envelope.subject());
                    } else if (names(envelope)) {
                        shared.add(envelope);
                    }
                    if (row.getString(8) != null) {
                        reports.put(envelope.id(), row.getString(8));
                    }
                });
        for (Map.Entry<String, String> report : reports.entrySet()) {
            if (deleted.contains(report.getValue())) {
                delete(report.getKey(), "");
            }
        }
        for (String id : deleted) {
            database.update("DELETE FROM mail WHERE message_id = ?", id);
        }
        for (Envelope envelope : shared) {
            database.update(
                    "UPDATE mail SET recipients = ?, copies = ?, failed_recipients = ?, list_post = ? WHERE message_id = ?",
                    Columns.addresses(without(envelope.to())),
                    Columns.addresses(without(envelope.cc())),
                    Columns.addresses(without(envelope.failed())),
                    isTheirs(envelope.list()) ? "" : envelope.list(),
                    envelope.id());
        }
    }

    private void delete(String id, String subject) {
        deleted.add(id);
        subjects.add(Subject.of(subject).base());
    }

    /** Whether they wrote it, or nobody but them and me is on it, or it says that they alone were not reached. */
    private boolean isTheirs(Envelope envelope) {
        if (isTheirs(envelope.from()) || !envelope.failed().isEmpty() && without(envelope.failed()).isEmpty()) {
            return true;
        }
        List<Address> receivers = new ArrayList<>(envelope.to());
        receivers.addAll(envelope.cc());
        List<Address> others = without(receivers);
        return others.size() < receivers.size()
                && me.contains(envelope.from().identity())
                && others.stream().allMatch(other -> me.contains(other.identity()));
    }

    private boolean names(Envelope envelope) {
        return isTheirs(envelope.list())
                || Stream.of(envelope.to(), envelope.cc(), envelope.failed())
                        .flatMap(List::stream)
                        .anyMatch(this::isTheirs);
    }

    private boolean isTheirs(Address address) {
        return person.contains(address.identity());
    }

    /** @param column an address, or nothing */
    private boolean isTheirs(String column) {
        return !column.isEmpty() && isTheirs(Columns.toAddress(column));
    }

    private List<Address> without(List<Address> addresses) {
        return addresses.stream().filter(address -> !isTheirs(address)).toList();
    }

    private void strikeReferences() throws SQLException {
        Map<String, String> struck = new HashMap<>();
        database.each("SELECT message_id, mail_references FROM mail WHERE mail_references <> ''", row -> {
            String references = row.getString(2);
            String left = strike(references);
            if (!left.equals(references)) {
                struck.put(row.getString(1), left);
            }
        });
        for (Map.Entry<String, String> mail : struck.entrySet()) {
            database.update("UPDATE mail SET mail_references = ? WHERE message_id = ?", mail.getValue(), mail.getKey());
        }
    }

    private String strike(String references) {
        return Columns.ids(Columns.toIds(references).stream().filter(id -> !isDeleted(id)).toList());
    }

    private boolean isDeleted(MessageId id) {
        return deleted.contains(id.value());
    }

    private record Said(long seq, String identity, Statement statement) {}

    private int forgetStatements() throws SQLException {
        List<Said> all = database.query(
                "SELECT at, kind, value, day, person, mail_references, seq, identity FROM statement ORDER BY at, seq",
                row -> new Said(row.getLong(7), row.getString(8), Columns.toStatement(row)));
        Map<Long, Said> gone = new LinkedHashMap<>();
        all.stream()
                .filter(said -> person.contains(said.identity()) || isAboutNothingElse(said.statement()))
                .forEach(said -> gone.put(said.seq(), said));
        forgetWhatTookThemBack(all, gone);
        for (Said said : all) {
            if (gone.containsKey(said.seq())) {
                database.update("DELETE FROM statement WHERE seq = ?", said.seq());
            } else {
                String references = Columns.ids(said.statement().references());
                String left = strike(references);
                if (!left.equals(references)) {
                    database.update("UPDATE statement SET mail_references = ? WHERE seq = ?", left, said.seq());
                }
            }
        }
        return gone.size();
    }

    /** Whether a statement on somebody else is nothing without this person or their mails. */
    private boolean isAboutNothingElse(Statement statement) {
        Claim claim = statement.claim();
        if (claim instanceof Claim.Introduced introduced) {
            return introduced.by() != null && isTheirs(introduced.by());
        }
        if (claim instanceof Claim.SameAs same) {
            return isTheirs(same.other());
        }
        if (claim instanceof Claim.NotSameAs other) {
            return isTheirs(other.other());
        }
        if (claim instanceof Claim.Meant meant) {
            return isDeleted(meant.mail());
        }
        return claim.equals(new Claim.Muted(Claim.Scope.THREAD))
                && statement.references().stream().allMatch(this::isDeleted);
    }

    /** Else it would take back what was said before. */
    private static void forgetWhatTookThemBack(Collection<Said> inOrder, Map<Long, Said> gone) {
        Map<List<Object>, Deque<Said>> standing = new HashMap<>();
        for (Said said : inOrder) {
            Claim claim = said.statement().claim();
            ClaimKind kind = claim instanceof Claim.TakenBack back ? back.what() : ClaimKind.of(claim);
            Deque<Said> ofKind = standing.computeIfAbsent(List.of(said.identity(), kind), key -> new ArrayDeque<>());
            if (!(claim instanceof Claim.TakenBack)) {
                ofKind.add(said);
                continue;
            }
            Said last = ofKind.pollLast();
            if (last != null && gone.containsKey(last.seq())) {
                gone.put(said.seq(), said);
            }
        }
    }

    private void forgetSearches() throws SQLException {
        Map<String, List<String>> terms = Map.of(
                SearchKind.ADDRESS.id(), List.copyOf(person),
                SearchKind.BOUNCE.id(), List.copyOf(deleted),
                SearchKind.SUBJECT.id(), List.copyOf(subjects));
        for (Map.Entry<String, List<String>> kind : terms.entrySet()) {
            for (String term : kind.getValue()) {
                database.update("DELETE FROM history_read WHERE kind = ? AND term = ?", kind.getKey(), term);
            }
        }
    }
}
