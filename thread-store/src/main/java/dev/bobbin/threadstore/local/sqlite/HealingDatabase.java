package dev.bobbin.threadstore.local.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's file, opened when it is first used and opened anew when it is not the one that was opened any more.
 * Somebody may remove it at any moment, also between our looking and writing, or while we make it. For the thread that owns
 * the database, but for {@link #isOpen}.
 */
final class HealingDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(StateDb.class);

    private static final int SQLITE_READONLY_DBMOVED = 1_032;

    private final Path file;
    private final Clock clock;
    private final Runnable onMade;
    private @Nullable StateConnection connection;
    private volatile boolean open;

    /** What is done with the open database; once more from the start if its file was removed meanwhile. */
    interface Use {
        void run(StateConnection connection) throws SQLException;
    }

    /** @param onMade called when an empty database was made, which others should fill */
    HealingDatabase(Path file, Clock clock, Runnable onMade) {
        this.file = file;
        this.clock = clock;
        this.onMade = onMade;
    }

    /** Any thread. */
    boolean isOpen() {
        return open;
    }

    /** Makes the database where there is none. */
    void use(Use use) throws SQLException, IOException, UnknownSchemaException {
        try {
            use.run(connected());
        } catch (SQLException | NoSuchFileException e) {
            if (connection == null ? !isOfRemoved(e) : connection.isCurrent()) {
                throw e;
            }
            use.run(connected());
        }
    }

    private static boolean isOfRemoved(Exception failure) {
        return !(failure instanceof SQLException sql) || sql.getErrorCode() == SQLITE_READONLY_DBMOVED;
    }

    private StateConnection connected() throws SQLException, IOException, UnknownSchemaException {
        if (connection != null && !connection.isCurrent()) {
            LOG.warn("state database {} was removed; making it anew", file);
            disconnect();
        }
        if (connection == null) {
            var fresh = !Files.exists(file) || Files.size(file) == 0;
            connection = StateConnection.open(file, clock.instant());
            open = true;
            if (fresh) {
                onMade.run();
            }
        }
        return connection;
    }

    /** The next use opens it again. */
    void disconnect() {
        open = false;
        try (var closed = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.debug("closing {}", file, e);
        }
    }
}
