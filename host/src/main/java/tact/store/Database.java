package tact.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import tact.tracker.LedgerException;

/** An open SQLite database: statements prepared once, transactions, failures in words. Not for several threads at once. */
final class Database implements AutoCloseable {

    private static final int BUSY_TIMEOUT_MS = 1500;

    private final String name;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Database(String name, Connection connection) {
        this.name = Objects.requireNonNull(name);
        this.connection = Objects.requireNonNull(connection);
    }

    /**
     * Opens it to be written: what is committed survives a killed process and a power cut (WAL, synchronous FULL).
     *
     * @param name of it in messages
     */
    static Database open(String name, String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return open(name, url, config);
    }

    /** Opens it only to be read. */
    static Database openToRead(String name, String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(name, url, config);
    }

    private static Database open(String name, String url, SQLiteConfig config) {
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        try {
            return new Database(name, config.createConnection(url));
        } catch (SQLException e) {
            throw failure(name, "cannot be opened", e);
        }
    }

    /** How it is called in messages. */
    String name() {
        return name;
    }

    /** One row to a value. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** What is done with the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Takes one row after the other. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) throws SQLException {
        try (ResultSet rows = bind(sql, parameters).executeQuery()) {
            List<T> results = new ArrayList<>();
            while (rows.next()) {
                results.add(mapper.map(rows));
            }
            return results;
        }
    }

    /** Reads rows one by one, without holding them all; the reader may run other statements. */
    void each(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    List<Long> longs(String sql, Object... parameters) throws SQLException {
        return query(sql, row -> row.getLong(1), parameters);
    }

    List<String> strings(String sql, Object... parameters) throws SQLException {
        return query(sql, row -> row.getString(1), parameters);
    }

    int update(String sql, Object... parameters) throws SQLException {
        return bind(sql, parameters).executeUpdate();
    }

    private PreparedStatement bind(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    int pragma(String pragma) throws SQLException {
        return longs("PRAGMA " + pragma).get(0).intValue();
    }

    void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /** Runs a script of the host's own archive. */
    void runResource(String file) throws SQLException {
        try (InputStream in = Database.class.getResourceAsStream("/tact/" + file)) {
            run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The host's own archive cannot be read.", e);
        }
    }

    /** Lets go of all prepared statements: those prepared against a dropped table would fail. */
    void forgetStatements() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    /** @throws LedgerException if it cannot be opened */
    <T> T opening(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(name, "cannot be opened", e);
        }
    }

    /** @throws LedgerException if it cannot be read */
    <T> T reading(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(name, "cannot be read", e);
        }
    }

    /**
     * All of it or nothing.
     *
     * @throws LedgerException if it cannot be written
     */
    <T> T inTransaction(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(name, "cannot be written", e);
        }
    }

    /**
     * Writes the file anew without what was deleted: no byte of it stays, neither in free pages nor in the
     * write-ahead log.
     *
     * @throws LedgerException if it cannot be written, or another process is reading it all the time
     */
    void compact() {
        try {
            forgetStatements();
            run("VACUUM");
            if (pragma("wal_checkpoint(TRUNCATE)") != 0) {
                throw new LedgerException(
                        name + " is being read by another program, so that it cannot be written anew.", null);
            }
        } catch (SQLException e) {
            throw failure(name, "cannot be written anew", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(name, "cannot be closed", e);
        }
    }

    private static LedgerException failure(String name, String what, SQLException e) {
        return new LedgerException(name + " " + what + ": " + e.getMessage(), e);
    }
}
