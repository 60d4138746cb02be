package tact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import tact.event.LedgerRecord;
import tact.event.SearchKind;
import tact.tracker.Statement;

/** All facts of a ledger as records, table by table, each in the order of its key. */
final class Dump {

    /** Rows that are read at once: whoever takes them may take their time. */
    private static final int ROWS = 200;

    private final Database database;
    private final List<Section> sections = List.of(
            new Section("me", this::me), new Section("card", this::cards), new Section("history-read", this::searches),
            new Section("statement", this::statements), new Section("mail", this::mails));

    Dump(Database database) {
        this.database = Objects.requireNonNull(database);
    }

    /** @param key that of the table, as text; it says where to go on */
    private record Row(String key, LedgerRecord record) {}

    private interface Table {
        /** The next rows after a key; empty stands before all. */
        List<Row> after(String key) throws SQLException;
    }

    private record Section(String id, Table table) {}

    /** See {@link tact.tracker.Ledger#export}. */
    String read(String from, Predicate<LedgerRecord> taker) throws SQLException {
        int section = from == null ? 0 : section(from);
        String key = from == null ? "" : from.substring(from.indexOf(' ') + 1);
        while (section < sections.size()) {
            List<Row> rows = sections.get(section).table().after(key);
            for (Row row : rows) {
                if (!taker.test(row.record())) {
                    return sections.get(section).id() + " " + key;
                }
                key = row.key();
            }
            if (rows.size() < ROWS) {
                section++;
                key = "";
            }
        }
        return null;
    }

    private int section(String cursor) {
        for (int i = 0; i < sections.size(); i++) {
            if (cursor.startsWith(sections.get(i).id() + " ")) {
                return i;
            }
        }
        throw new IllegalArgumentException("no place in an export");
    }

    private List<Row> me(String key) throws SQLException {
        return database.query(
                "SELECT identity FROM me WHERE identity > ? ORDER BY identity LIMIT " + ROWS,
                row -> new Row(row.getString(1), new LedgerRecord.Me(row.getString(1))),
                key);
    }

    private List<Row> cards(String key) throws SQLException {
        return database.query(
                "SELECT DISTINCT id FROM card WHERE id > ? ORDER BY id LIMIT " + ROWS,
                row -> new Row(row.getString(1), new LedgerRecord.AddressCard(row.getString(1), addresses(row.getString(1)))),
                key);
    }

    private List<String> addresses(String card) throws SQLException {
        return database.strings("SELECT identity FROM card WHERE id = ? ORDER BY identity", card);
    }

    private List<Row> searches(String key) throws SQLException {
        int space = key.indexOf(' ');
        return database.query(
                "SELECT kind, term, until FROM history_read WHERE (kind, term) > (?, ?)"
                        + " ORDER BY kind, term LIMIT " + ROWS,
                row -> new Row(row.getString(1) + " " + row.getString(2), new LedgerRecord.Searched(
                        SearchKind.of(row.getString(1)), row.getString(2), Instant.ofEpochMilli(row.getLong(3)))),
                key.substring(0, Math.max(space, 0)), key.substring(space + 1));
    }

    private List<Row> statements(String key) throws SQLException {
        return database.query(
                "SELECT at, kind, value, day, person, mail_references, seq FROM statement WHERE seq > ?"
                        + " ORDER BY seq LIMIT " + ROWS,
                row -> new Row(row.getString(7), said(Columns.toStatement(row))),
                number(key));
    }

    private static LedgerRecord said(Statement statement) {
        return new LedgerRecord.Said(statement.at(), statement.person(), statement.references(), statement.claim());
    }

    private List<Row> mails(String key) throws SQLException {
        return database.query(
                "SELECT " + SqliteLedger.MAIL_COLUMNS + ", m.observed_at, m.seq FROM mail m WHERE m.seq > ?"
                        + " ORDER BY m.seq LIMIT " + ROWS,
                Dump::mail,
                number(key));
    }

    private static Row mail(ResultSet row) throws SQLException {
        Instant observedAt = Instant.ofEpochMilli(row.getLong("observed_at"));
        return new Row(row.getString("seq"), new LedgerRecord.ObservedMail(observedAt, Columns.toMail(row)));
    }

    private static long number(String key) {
        return key.isEmpty() ? 0 : Long.parseLong(key);
    }
}
