package tact.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tact.mail.Address;
import tact.mail.Mail;
import tact.mail.Subject;

/**
 * Notes which follow-ups a new fact may change, in the transaction that records it. Cheap, since every imported mail passes here: the
 * threads are worked out when somebody asks. While none is worked out, nothing is noted.
 */
final class StaleMarks {

    /** A reply without references does not continue anything older than this (the tracker's bound, and a day for its ends). */
    private static final Duration SUBJECT_WINDOW = Duration.ofDays(91);

    private static final int MAX_TIED = 50;

    private final Database database;
    private Set<String> me = Set.of();
    /** Those noted in this transaction: one mail after the other tells of the same people. */
    private final Set<String> noted = new HashSet<>();
    private boolean isNoting;
    /** Of this transaction; 0 until it notes something. */
    private long revision;

    StaleMarks(Database database) {
        this.database = Objects.requireNonNull(database);
    }

    /** A transaction begins. */
    void begin() throws SQLException {
        isNoting = !database.longs("SELECT 1 FROM follow_up_state WHERE rules IS NOT NULL").isEmpty();
        revision = 0;
        noted.clear();
        me = isNoting ? new HashSet<>(database.strings("SELECT identity FROM me")) : Set.of();
    }

    /** All of them, as when an address of mine is new. */
    void all() throws SQLException {
        database.update("UPDATE follow_up_state SET rules = NULL");
        isNoting = false;
    }

    /** Those of a mail that is new in a group of mails. */
    void mail(Mail mail, long group) throws SQLException {
        if (!isNoting) {
            return;
        }
        group(group, mail.date().toEpochMilli());
        if (me.contains(mail.from().identity())) {
            people(mail.to().stream().map(Address::identity).toList());
        } else {
            person(mail.from().identity());
        }
        for (long taken : takenFromOthers(mail)) {
            group(taken, mail.date().toEpochMilli());
        }
    }

    /** Groups of replies without references that may continue this mail now, and continued an older one before. */
    private Set<Long> takenFromOthers(Mail mail) throws SQLException {
        String base = Subject.of(mail.subject()).base();
        Set<Long> groups = new TreeSet<>();
        if (base.isEmpty()) {
            return groups;
        }
        long date = mail.date().toEpochMilli();
        List<String> people = Stream.of(Stream.of(mail.from()), mail.to().stream(), mail.cc().stream())
                .flatMap(addresses -> addresses)
                .map(Address::identity)
                .distinct()
                .filter(identity -> !me.contains(identity))
                .toList();
        for (String identity : people) {
            groups.addAll(database.longs(
                    "SELECT t.grp FROM topic p JOIN thread_member t ON t.message_id = p.message_id WHERE p.identity = ? AND p.base_subject = ?"
                            + " AND p.date >= ? AND p.date <= ? AND p.is_tied = 1 LIMIT " + MAX_TIED,
                    identity, base, date, date + SUBJECT_WINDOW.toMillis()));
        }
        return groups;
    }

    /** Those of people, by identity. */
    void people(Collection<String> identities) throws SQLException {
        for (String identity : identities) {
            person(identity);
        }
    }

    /** Those of a person. */
    void person(String identity) throws SQLException {
        if (isNoting && !me.contains(identity) && noted.add(identity)) {
            database.update("INSERT OR REPLACE INTO stale_person (identity, revision) VALUES (?, ?)", identity, revision());
        }
    }

    private void group(long group, long date) throws SQLException {
        database.update(
                "INSERT INTO stale_group (grp, date, revision, spreads) VALUES (?, ?, ?, 1)"
                        + " ON CONFLICT (grp) DO UPDATE SET date = max(date, excluded.date), revision = excluded.revision, spreads = 1",
                group, date, revision());
    }

    /** A group becomes part of another one, which is new to the thread that the first one was a part of. */
    void merged(long group, long into) throws SQLException {
        if (!isNoting) {
            return;
        }
        long date = database.longs("SELECT max(date) FROM stale_group WHERE grp = ?", group).get(0);
        group(into, date);
        database.update("DELETE FROM stale_group WHERE grp = ?", group);
        for (String root : database.strings("SELECT root FROM worked_out WHERE grp = ?", group)) {
            for (long other : database.longs("SELECT grp FROM worked_out WHERE root = ? AND grp <> ?", root, group)) {
                group(other, date);
            }
            database.update("DELETE FROM follow_up WHERE root = ?", root);
            database.update("DELETE FROM follow_up_try WHERE root = ?", root);
            database.update("DELETE FROM worked_out WHERE grp = ?", group);
        }
    }

    private long revision() throws SQLException {
        if (revision == 0) {
            database.update("UPDATE follow_up_state SET revision = revision + 1");
            revision = database.longs("SELECT revision FROM follow_up_state").get(0);
        }
        return revision;
    }
}
