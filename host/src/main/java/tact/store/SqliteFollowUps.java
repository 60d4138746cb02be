package tact.store;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import tact.event.FollowUpGroup;
import tact.event.FollowUpSort;
import tact.mail.Address;
import tact.mail.MessageId;
import tact.tracker.FollowUp;
import tact.tracker.FollowUpIndex;
import tact.tracker.Outcomes;
import tact.tracker.Outcomes.Tally;
import tact.tracker.SearchWords;
import tact.tracker.TrackedThread;
import tact.tracker.TryOutcome;

/**
 * The index of follow-ups, in the tables of derived.sql. A fact makes the thread of its mail stale, and all threads of the people it is about
 * ({@link StaleMarks}); a thread that was worked out from facts as new as that is not worked out again.
 */
final class SqliteFollowUps implements FollowUpIndex {

    private final SqliteLedger ledger;
    private final Database database;

    SqliteFollowUps(SqliteLedger ledger, Database database) {
        this.ledger = Objects.requireNonNull(ledger);
        this.database = Objects.requireNonNull(database);
    }

    @Override
    public int catchUp(Rules rules, BooleanSupplier isTimeLeft) {
        if (isCurrent(rules)) {
            return 0;
        }
        return database.inTransaction(() -> {
            if (!isWorkedOutBy(rules)) {
                makeAllStale(rules);
            }
            makeStaleByTime(rules.now());
            boolean isBusy = true;
            while (isBusy && isTimeLeft.getAsBoolean()) {
                isBusy = workOn(rules);
            }
            return behind();
        });
    }

    /** Most questions change nothing, and are not to wait for another process that writes. */
    private boolean isCurrent(Rules rules) {
        return database.reading(() -> isWorkedOutBy(rules)
                && behind() == 0
                && database.longs("SELECT 1 FROM worked_out WHERE good_until <= ? LIMIT 1", rules.now().toEpochMilli()).isEmpty());
    }

    private boolean isWorkedOutBy(Rules rules) throws SQLException {
        return !database.longs("SELECT 1 FROM follow_up_state WHERE rules = ?", rules.name()).isEmpty();
    }

    private int behind() throws SQLException {
        return database.longs("SELECT (SELECT count(*) FROM stale_group) + (SELECT count(*) FROM stale_person)").get(0).intValue();
    }

    /** Rows that are there stay until they are worked out anew: a list that is behind shows more than an empty one. */
    private void makeAllStale(Rules rules) throws SQLException {
        database.update("UPDATE follow_up_state SET rules = ?, revision = revision + 1", rules.name());
        database.update("DELETE FROM stale_person");
        database.update("DELETE FROM stale_group");
        database.update("INSERT INTO stale_group (grp, date, revision, spreads)"
                + " SELECT t.grp, max(p.date), (SELECT revision FROM follow_up_state), 0 FROM party p"
                + " JOIN thread_member t ON t.message_id = p.message_id"
                + " WHERE p.role = 'author' AND p.identity IN (SELECT identity FROM me) GROUP BY t.grp");
        database.update("INSERT OR IGNORE INTO stale_group (grp, date, revision, spreads)"
                + " SELECT grp, 0, (SELECT revision FROM follow_up_state), 0 FROM worked_out");
    }

    private void makeStaleByTime(Instant now) throws SQLException {
        database.update(
                "INSERT INTO stale_group (grp, date, revision, spreads)"
                        + " SELECT w.grp, coalesce(f.last_contact, 0), s.revision, 0 FROM worked_out w CROSS JOIN follow_up_state s"
                        + " LEFT JOIN follow_up f ON f.root = w.root WHERE w.good_until <= ? ON CONFLICT (grp) DO NOTHING",
                now.toEpochMilli());
    }

    /** Works out one thread; whoever is stale is turned into threads when no new mail is left. */
    private boolean workOn(Rules rules) throws SQLException {
        List<Long> spreading = database.longs("SELECT grp FROM stale_group WHERE spreads = 1 ORDER BY date DESC LIMIT 1");
        if (!spreading.isEmpty()) {
            workOut(spreading.get(0), rules);
            return true;
        }
        List<Object[]> person = database.query(
                "SELECT identity, revision FROM stale_person LIMIT 1", row -> new Object[] {row.getString(1), row.getLong(2)});
        if (!person.isEmpty()) {
            makeThreadsStale((String) person.get(0)[0], (long) person.get(0)[1]);
            return true;
        }
        List<Long> next = database.longs("SELECT grp FROM stale_group WHERE spreads = 0 ORDER BY date DESC LIMIT 1");
        if (next.isEmpty()) {
            return false;
        }
        workOut(next.get(0), rules);
        return true;
    }

    private void makeThreadsStale(String person, long revision) throws SQLException {
        for (String identity : ledger.withAliases(Set.of(person))) {
            database.update(
                    "INSERT INTO stale_group (grp, date, revision, spreads) SELECT t.grp, max(p.date), ?1, 0 FROM party p"
                            + " JOIN thread_member t ON t.message_id = p.message_id LEFT JOIN worked_out w ON w.grp = t.grp"
                            + " WHERE p.identity = ?2 AND p.role = 'asked' AND coalesce(w.revision, 0) < ?1 GROUP BY t.grp"
                            + " ON CONFLICT (grp) DO UPDATE SET revision = max(revision, excluded.revision)",
                    revision, identity);
        }
        database.update("DELETE FROM stale_person WHERE identity = ? AND revision <= ?", person, revision);
    }

    private void workOut(long group, Rules rules) throws SQLException {
        List<String> newest = database.strings(
                "SELECT m.message_id FROM thread_member t JOIN mail m ON m.message_id = t.message_id WHERE t.grp = ?"
                        + " ORDER BY m.date DESC LIMIT 1",
                group);
        TrackedThread tracked = newest.isEmpty() ? null : thread(new MessageId(newest.get(0)), rules);
        Set<Long> groups = new TreeSet<>(Set.of(group));
        Set<String> ids = new HashSet<>();
        if (tracked != null) {
            tracked.thread().mails().forEach(mail -> ids.add(mail.id().value()));
            for (String id : ids) {
                groups.addAll(database.longs("SELECT grp FROM thread_member WHERE message_id = ?", id));
            }
        }
        long spread = takeMarks(groups);
        forgetRows(groups, ids, spread);
        if (tracked == null) {
            return;
        }
        String root = tracked.thread().root().value();
        long goodUntil = tracked.goodUntil().equals(Instant.MAX) ? Long.MAX_VALUE : tracked.goodUntil().toEpochMilli();
        for (long member : groups) {
            database.update(
                    "INSERT OR REPLACE INTO worked_out (grp, root, revision, good_until) SELECT ?, ?, revision, ? FROM follow_up_state",
                    member, root, goodUntil);
        }
        if (spread > 0) {
            for (Address asked : tracked.asked()) {
                makeStale(asked.identity(), spread);
            }
        }
        if (tracked.followUp().isPresent()) {
            store(tracked.followUp().get(), rules);
        }
    }

    private TrackedThread thread(MessageId mail, Rules rules) {
        return rules.tracker().thread(mail, ledger.aboutThread(mail), rules.now(), rules.zone()).orElse(null);
    }

    /**
     * These groups are not stale any more.
     *
     * @return the newest fact whose change spreads to the people asked; 0 if none does
     */
    private long takeMarks(Set<Long> groups) throws SQLException {
        long spread = 0;
        for (long group : groups) {
            for (long revision : database.longs("SELECT revision FROM stale_group WHERE grp = ? AND spreads = 1", group)) {
                spread = Math.max(spread, revision);
            }
            database.update("DELETE FROM stale_group WHERE grp = ?", group);
        }
        return spread;
    }

    /** The rows of the threads that these groups were part of; a thread that is not this one any more is stale. */
    private void forgetRows(Set<Long> groups, Set<String> ids, long spread) throws SQLException {
        Set<String> roots = new TreeSet<>();
        for (long group : groups) {
            roots.addAll(database.strings("SELECT root FROM worked_out WHERE grp = ?", group));
        }
        for (String root : roots) {
            database.update("DELETE FROM follow_up WHERE root = ?", root);
            database.update("DELETE FROM follow_up_try WHERE root = ?", root);
            for (long other : database.longs("SELECT grp FROM worked_out WHERE root = ?", root)) {
                if (!groups.contains(other)) {
                    database.update(
                            "INSERT INTO stale_group (grp, date, revision, spreads) SELECT ?, 0, max(revision, ?), 1 FROM follow_up_state"
                                    + " WHERE true ON CONFLICT (grp) DO UPDATE SET spreads = 1, revision = excluded.revision",
                            other, spread);
                }
                database.update("DELETE FROM worked_out WHERE grp = ?", other);
            }
        }
    }

    private void makeStale(String person, long revision) throws SQLException {
        database.update(
                "INSERT INTO stale_person (identity, revision) VALUES (?, ?) ON CONFLICT (identity) DO UPDATE SET"
                        + " revision = max(revision, excluded.revision)",
                person, revision);
    }

    private void store(FollowUp followUp, Rules rules) throws SQLException {
        String root = followUp.root().value();
        Address person = followUp.contact().person();
        database.update(
                "INSERT OR REPLACE INTO follow_up (root, place, person, words, last_contact, next, newest_try, mark, streaks, let_go)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                root,
                followUp.group().ordinal(),
                SearchWords.fold(person.display()),
                SearchWords.fold(person.name() + "\n" + person.spec() + "\n" + followUp.subject()),
                followUp.lastContact().toEpochMilli(),
                Columns.day(followUp.next()),
                followUp.newestTry().value(),
                followUp.mark(rules.tracker().policy()).orElse(null),
                followUp.contact().streaks().size(),
                followUp.isLetGo() ? 1 : 0);
        int position = 0;
        for (TryOutcome outcome : followUp.outcomes()) {
            database.update(
                    "INSERT OR REPLACE INTO follow_up_try (root, position, number, sent_at, weekday, result, answered_after)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    root,
                    position++,
                    outcome.number(),
                    outcome.sentAt().toEpochMilli(),
                    outcome.sentAt().atZone(rules.zone()).getDayOfWeek().getValue(),
                    outcome.result().id(),
                    outcome.answeredAfter() == null ? null : outcome.answeredAfter().toMillis());
        }
    }

    @Override
    public Map<FollowUpGroup, Integer> counts(SearchWords words) {
        Map<FollowUpGroup, Integer> counts = new EnumMap<>(FollowUpGroup.class);
        database.reading(() -> database.query(
                        "SELECT place, count(*) FROM follow_up" + where(null, words) + " GROUP BY place",
                        row -> counts.put(FollowUpGroup.values()[row.getInt(1)], row.getInt(2)),
                        words.words().toArray()));
        return counts;
    }

    private static String where(FollowUpGroup group, SearchWords words) {
        StringBuilder where = new StringBuilder(" WHERE ").append(group == null ? "true" : "place = " + group.ordinal());
        words.words().forEach(word -> where.append(" AND instr(words, ?) > 0"));
        return where.toString();
    }

    @Override
    public List<MessageId> find(FollowUpGroup group, SearchWords words, FollowUpSort sort, int from, int limit) {
        String order = switch (sort) {
            case NEXT -> "place, next IS NULL, next, last_contact DESC, root";
            case LAST_CONTACT -> "place, last_contact DESC, root";
            case PERSON -> "place, person, last_contact DESC, root";
        };
        List<Object> parameters = new ArrayList<>(words.words());
        parameters.addAll(List.of(limit, from));
        return database.reading(() -> database.query(
                "SELECT root FROM follow_up" + where(group, words) + " ORDER BY " + order + " LIMIT ? OFFSET ?",
                row -> new MessageId(row.getString(1)),
                parameters.toArray()));
    }

    @Override
    public List<Mark> marks(int from, int limit) {
        return database.reading(() -> database.query(
                "SELECT newest_try, mark FROM follow_up WHERE mark IS NOT NULL ORDER BY root LIMIT ? OFFSET ?",
                row -> new Mark(new MessageId(row.getString(1)), row.getString(2)),
                limit, from));
    }

    @Override
    public Outcomes outcomes(Instant known) {
        return database.reading(() -> {
            List<Long> sums = database.query(
                            "SELECT coalesce(sum(streaks), 0), coalesce(sum(let_go), 0) FROM follow_up",
                            row -> List.of(row.getLong(1), row.getLong(2)))
                    .get(0);
            Map<DayOfWeek, Tally> byWeekday = new EnumMap<>(DayOfWeek.class);
            tallies("weekday", known).forEach((day, tally) -> byWeekday.put(DayOfWeek.of(day), tally));
            List<Duration> times = database.longs("SELECT answered_after FROM follow_up_try WHERE answered_after IS NOT NULL ORDER BY 1")
                    .stream()
                    .map(Duration::ofMillis)
                    .toList();
            return new Outcomes(sums.get(0).intValue(), sums.get(1).intValue(), tallies("number", known), byWeekday, times);
        });
    }

    private Map<Integer, Tally> tallies(String column, Instant known) throws SQLException {
        Map<Integer, Tally> tallies = new HashMap<>();
        database.query(
                "SELECT " + column + ", count(*), sum(result = 'answered') FROM follow_up_try WHERE result <> 'open' OR sent_at < ? GROUP BY 1",
                row -> tallies.put(row.getInt(1), new Tally(row.getInt(2), row.getInt(3))),
                known.toEpochMilli());
        return tallies;
    }
}
