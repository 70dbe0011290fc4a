package dev.bobbin.threadstore.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * Looks at the shared index from outside, and mends its rows. Unlike {@link StateDb} it says what is wrong, to whoever
 * checks a home. Looking changes nothing. Any thread; each call opens and closes the database.
 */
public final class StateInspection {
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;

    private final Path file;

    /** How the database is. */
    public enum Condition {
        /** There is none, which is fine: the first that needs it makes it. */
        ABSENT,
        USABLE,
        /** Somebody keeps everybody else out. */
        LOCKED,
        DAMAGED,
        /** Of a version that is not known, or of something else. */
        FOREIGN,
        /** It cannot be opened. */
        CLOSED
    }

    /**
     * What the database says of a thread.
     *
     * @param rolloutPath as stored
     */
    public record Row(String threadId, String rolloutPath, boolean archived) {}

    /**
     * What was found.
     *
     * @param detail what SQLite or the schema says; empty where all is well
     * @param rows every thread; empty unless usable
     */
    public record Report(Condition condition, String detail, List<Row> rows) {}

    public StateInspection(Path sqliteHome) {
        this.file = sqliteHome.resolve(StateDb.FILE_NAME);
    }

    /** The database and what SQLite keeps beside it, as far as they exist. */
    public List<Path> files() {
        return Stream.of("", "-wal", "-shm")
                .map(suffix -> file.resolveSibling(file.getFileName() + suffix))
                .filter(Files::exists)
                .toList();
    }

    /** Checks the schema, the file and, if both are fine, lists the rows. Waits two seconds for a lock. */
    public Report look() {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return new Report(Condition.ABSENT, "", List.of());
            }
            // A reader in the strict sense would leave a log behind where there is none.
            var logged = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
            try (var connection = open(logged)) {
                return look(connection);
            }
        } catch (UnknownSchemaException e) {
            return new Report(Condition.FOREIGN, String.valueOf(e.getMessage()), List.of());
        } catch (SQLException e) {
            return new Report(condition(e), String.valueOf(e.getMessage()), List.of());
        } catch (IOException e) {
            return new Report(Condition.CLOSED, String.valueOf(e.getMessage()), List.of());
        }
    }

    private static Report look(Connection connection) throws SQLException, UnknownSchemaException {
        StateSchema.check(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
            try (var check = statement.executeQuery("PRAGMA quick_check(1)")) {
                var verdict = check.next() ? check.getString(1) : "no answer";
                if (!verdict.equals("ok")) {
                    return new Report(Condition.DAMAGED, verdict, List.of());
                }
            }
            var rows = new ArrayList<Row>();
            try (var found = statement.executeQuery("SELECT id, rollout_path, archived FROM threads ORDER BY id")) {
                while (found.next()) {
                    rows.add(new Row(found.getString(1), found.getString(2), found.getBoolean(3)));
                }
            }
            return new Report(Condition.USABLE, "", rows);
        }
    }

    private static Condition condition(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Condition.LOCKED;
            default -> StateTrouble.isDamage(failure) ? Condition.DAMAGED : Condition.CLOSED;
        };
    }

    private Connection open(boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(StateConnection.BUSY_MILLIS);
        return JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties());
    }

    /** Writes all that the database holds to a new file. */
    public void copyTo(Path target) throws IOException {
        try (var connection = open(true);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IOException("the state database cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Says where these threads' files lie, in one transaction. */
    public void correct(List<Row> rows) throws IOException {
        change(
                "UPDATE threads SET rollout_path = ?2, archived = ?3,"
                        + " archived_at = CASE WHEN ?3 THEN coalesce(archived_at, updated_at) END WHERE id = ?1",
                rows);
    }

    /** Removes the rows of threads that are no more, in one transaction. */
    public void remove(List<Row> rows) throws IOException {
        change("DELETE FROM threads WHERE id = ?1 AND rollout_path = ?2 AND archived = ?3", rows);
    }

    private void change(String sql, List<Row> rows) throws IOException {
        try (var connection = open(false)) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    statement.setString(1, row.threadId());
                    statement.setString(2, row.rolloutPath());
                    statement.setBoolean(3, row.archived());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("the state database cannot be changed: " + e.getMessage(), e);
        }
    }
}
