package dev.bobbin.threadstore.local.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;

/** Makes the tables, or recognises them. */
final class StateSchema {
    private record Migration(long version, String description, String checksum) {}

    private StateSchema() {}

    /** Makes everything in one transaction, unless somebody else was faster. */
    static void create(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA auto_vacuum = INCREMENTAL");
            statement.executeUpdate("BEGIN IMMEDIATE");
            try {
                if (!hasTables(connection)) {
                    statement.executeUpdate(resource("state_5.sql"));
                    insertMigrations(connection);
                    statement.executeUpdate("INSERT INTO backfill_state (id, status, updated_at) VALUES (1, 'pending', "
                            + now.getEpochSecond() + ")");
                }
                statement.executeUpdate("COMMIT");
            } catch (SQLException e) {
                statement.executeUpdate("ROLLBACK");
                throw e;
            }
        }
    }

    private static void insertMigrations(Connection connection) throws SQLException {
        var sql = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)"
                + " VALUES (?, ?, 1, ?, 0)";
        try (var insert = connection.prepareStatement(sql)) {
            for (var migration : migrations()) {
                insert.setLong(1, migration.version);
                insert.setString(2, migration.description);
                insert.setBytes(3, HexFormat.of().parseHex(migration.checksum));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static boolean hasTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM sqlite_master WHERE type = 'table'")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    /**
     * Later migrations than those known here are fine: they only add.
     *
     * @throws UnknownSchemaException if one known here is missing, failed or was another
     */
    static void check(Connection connection) throws SQLException, UnknownSchemaException {
        var applied = new HashMap<Long, String>();
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery(
                    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'")) {
                if (!table.next()) {
                    throw new UnknownSchemaException("it has tables of something else");
                }
            }
            try (var rows = statement.executeQuery(
                    "SELECT version, lower(hex(checksum)) FROM _sqlx_migrations WHERE success")) {
                while (rows.next()) {
                    applied.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        for (var migration : migrations()) {
            if (!migration.checksum.equals(applied.get(migration.version))) {
                throw new UnknownSchemaException("migration " + migration.version + " is missing or another");
            }
        }
    }

    private static List<Migration> migrations() {
        return resource("state_5_migrations.tsv")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(part -> new Migration(Long.parseLong(part[0]), part[1], part[2]))
                .toList();
    }

    private static String resource(String name) {
        try (var in = StateSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
