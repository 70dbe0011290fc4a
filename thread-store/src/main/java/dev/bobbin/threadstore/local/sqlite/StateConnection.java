package dev.bobbin.threadstore.local.sqlite;

import dev.bobbin.threadstore.StoredThread;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/** The open database. One thread at a time. */
final class StateConnection implements AutoCloseable {
    static final int BUSY_MILLIS = 2_000;
    /** A write that far in the past of the newest is a repair and keeps its time. */
    private static final long REPAIR_MILLIS = 1_000;

    private static final String PUT = "INSERT INTO threads (" + StateRow.COLUMNS + ") VALUES (" + StateRow.PLACES
            + ") ON CONFLICT (id) DO UPDATE SET rollout_path = excluded.rollout_path, created_at = excluded.created_at,"
            + " updated_at = excluded.updated_at, created_at_ms = excluded.created_at_ms,"
            + " updated_at_ms = excluded.updated_at_ms, source = excluded.source,"
            + " model_provider = excluded.model_provider, cwd = excluded.cwd,"
            + " title = CASE WHEN NOT ? AND title <> '' AND title <> first_user_message THEN title"
            + " ELSE excluded.title END,"
            + " sandbox_policy = excluded.sandbox_policy, approval_mode = excluded.approval_mode,"
            + " tokens_used = excluded.tokens_used, archived = excluded.archived, archived_at = excluded.archived_at,"
            + " git_sha = excluded.git_sha, git_branch = excluded.git_branch,"
            + " git_origin_url = excluded.git_origin_url, cli_version = excluded.cli_version,"
            + " first_user_message = excluded.first_user_message, agent_nickname = excluded.agent_nickname,"
            + " agent_role = excluded.agent_role, agent_path = excluded.agent_path,"
            + " memory_mode = excluded.memory_mode, model = excluded.model,"
            + " reasoning_effort = excluded.reasoning_effort, thread_source = excluded.thread_source,"
            + " preview = CASE WHEN excluded.preview = '' THEN preview ELSE excluded.preview END";

    /** For threads known by the heads of their files only: a row that is there knows more, except where the file lies. */
    private static final String ADD = "INSERT INTO threads (" + StateRow.COLUMNS + ") VALUES (" + StateRow.PLACES
            + ") ON CONFLICT (id) DO UPDATE SET rollout_path = excluded.rollout_path, archived = excluded.archived,"
            + " archived_at = CASE WHEN archived = excluded.archived THEN archived_at ELSE excluded.archived_at END"
            + " WHERE archived <> excluded.archived"
            + " OR rollout_path NOT IN (excluded.rollout_path, excluded.rollout_path || '.zst')";

    private static final String EDGE = "INSERT OR IGNORE INTO thread_spawn_edges"
            + " (parent_thread_id, child_thread_id, status) VALUES (?, ?, 'open')";

    private final Path file;
    private final @Nullable Object fileKey;
    private final Connection connection;
    private final PreparedStatement put;
    private final PreparedStatement find;
    private long newestUpdate;

    private StateConnection(Path file, Connection connection) throws SQLException, IOException {
        this.file = file;
        this.connection = connection;
        this.fileKey = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        this.put = connection.prepareStatement(PUT);
        // One statement for all of them: each costs as much as some rows.
        this.find = connection.prepareStatement(
                "SELECT " + StateRow.COLUMNS + " FROM threads WHERE id IN (SELECT value FROM json_each(?))");
        try (var statement = connection.createStatement();
                var newest = statement.executeQuery("SELECT max(updated_at_ms) FROM threads")) {
            this.newestUpdate = newest.next() ? newest.getLong(1) : 0;
        }
    }

    /**
     * Opens the database, or makes one where there is none or an empty file.
     *
     * @throws UnknownSchemaException if it is not one of ours; nothing was changed
     */
    static StateConnection open(Path file, Instant now) throws SQLException, IOException, UnknownSchemaException {
        if (!Files.exists(file)) {
            make(file, now);
        }
        var connection = connect(file);
        try {
            if (!StateSchema.hasTables(connection)) {
                StateSchema.create(connection, now);
            }
            StateSchema.check(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
            }
            return new StateConnection(file, connection);
        } catch (SQLException | IOException | UnknownSchemaException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Nobody ever sees the database without its tables: it appears under its name when it is whole. */
    private static void make(Path file, Instant now) throws SQLException, IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder to make " + file + " in");
        }
        Files.createDirectories(folder);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(folder, "state_5", ".tmp", mode);
        try {
            try (var connection = connect(temporary)) {
                StateSchema.create(connection, now);
            }
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            // Another program was faster; its database is as good.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var properties = new Properties();
        properties.setProperty("busy_timeout", Integer.toString(BUSY_MILLIS));
        properties.setProperty("synchronous", "NORMAL");
        properties.setProperty("foreign_keys", "true");
        return JDBC.createConnection("jdbc:sqlite:" + file, properties);
    }

    /** Whether the file is still the one that was opened. */
    boolean isCurrent() {
        try {
            var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null || key.equals(fileKey);
        } catch (IOException e) {
            return false;
        }
    }

    /** All or nothing. */
    void write(Collection<StateChange> changes) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (var change : changes) {
                if (change instanceof StateChange.Put it) {
                    put(it);
                } else {
                    delete(change.threadId());
                }
            }
            connection.commit();
        } finally {
            endTransaction();
        }
    }

    private void endTransaction() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void put(StateChange.Put change) throws SQLException {
        StateRow.bind(put, change.thread(), allocate(change.thread().updatedAt().toEpochMilli()));
        put.setBoolean(StateRow.COUNT + 1, change.nameDecided());
        put.executeUpdate();
        addEdge(change.thread());
    }

    private void addEdge(StoredThread thread) throws SQLException {
        var parent = thread.source().spawnParent();
        if (parent != null) {
            try (var edge = connection.prepareStatement(EDGE)) {
                edge.setString(1, parent);
                edge.setString(2, thread.threadId());
                edge.executeUpdate();
            }
        }
    }

    /** Keeps the times of recent writes apart, so that programs that page by time alone miss none. */
    private long allocate(long millis) {
        if (millis > newestUpdate) {
            newestUpdate = millis;
            return millis;
        }
        return millis <= newestUpdate - REPAIR_MILLIS ? millis : ++newestUpdate;
    }

    private void delete(String threadId) throws SQLException {
        for (var sql : new String[] {
            "DELETE FROM threads WHERE id = ?", "DELETE FROM thread_spawn_edges WHERE child_thread_id = ?"
        }) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, threadId);
                statement.executeUpdate();
            }
        }
    }

    /** Adds threads that are missing, and corrects where their files lie. */
    void add(Collection<StoredThread> threads) throws SQLException {
        var places = places(threads.stream().map(StoredThread::threadId).toList());
        var others = threads.stream()
                .filter(thread -> !place(thread).equals(places.get(thread.threadId())))
                .toList();
        if (!others.isEmpty()) {
            addAll(others);
        }
    }

    private static String place(StoredThread thread) {
        return (thread.archived() ? 1 : 0) + String.valueOf(thread.rolloutPath());
    }

    /** Of the threads that have a row, whether they are archived and where their files lie. */
    private Map<String, String> places(Collection<String> threadIds) throws SQLException {
        var places = new HashMap<String, String>();
        try (var known = connection.prepareStatement(
                "SELECT id, archived || rollout_path FROM threads WHERE id IN (SELECT value FROM json_each(?))")) {
            known.setString(1, json(threadIds));
            try (var rows = known.executeQuery()) {
                while (rows.next()) {
                    places.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return places;
    }

    private void addAll(Collection<StoredThread> threads) throws SQLException {
        connection.setAutoCommit(false);
        try (var add = connection.prepareStatement(ADD)) {
            for (var thread : threads) {
                StateRow.bind(add, thread, thread.updatedAt().toEpochMilli());
                add.executeUpdate();
                addEdge(thread);
            }
            connection.commit();
        } finally {
            endTransaction();
        }
    }

    /** UUIDs, which need no escapes. */
    private static String json(Collection<String> threadIds) {
        return "[\"" + String.join("\",\"", threadIds) + "\"]";
    }

    /**
     * The threads that have a row.
     *
     * @param threadIds UUIDs
     */
    Map<String, StoredThread> find(Collection<String> threadIds) throws SQLException {
        var found = new HashMap<String, StoredThread>();
        find.setString(1, json(threadIds));
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                var thread = StateRow.read(rows);
                found.put(thread.threadId(), thread);
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                put;
                find) {
            connection.setAutoCommit(true);
        }
    }
}
