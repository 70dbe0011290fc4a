package dev.bobbin.appserver.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a home.
 *
 * @param detail for a person
 * @param paths the files and folders it is about
 * @param repair null if a person has to decide
 */
record Finding(
        Kind kind,
        String detail,
        List<Path> paths,
        @Nullable Repair repair) {
    enum Kind {
        /** A rollout or the list of names ends within a line. */
        TORN_TAIL("torn-tail"),
        /** More than one file of a thread. */
        DUPLICATE_ID("duplicate-id"),
        /** A plain and a compressed form of one rollout. */
        COMPRESSED_TWIN("compressed-twin"),
        /** A rollout that no server can open. */
        UNREADABLE_ROLLOUT("unreadable-rollout"),
        /** The index has a thread without a file. */
        STALE_ROW("stale-row"),
        /** The index has a thread whose file lies elsewhere. */
        STALE_PATH("stale-path"),
        /** Others can read it, or its owner cannot. */
        PERMISSIONS("permissions"),
        /** Left behind by a process that ended early. */
        LEFTOVER("leftover"),
        CONFIG("config"),
        DATABASE_DAMAGED("database-damaged"),
        DATABASE_LOCKED("database-locked"),
        DATABASE_FOREIGN("database-foreign"),
        DATABASE_CLOSED("database-closed");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word for scripts. */
        String code() {
            return code;
        }
    }

    /** Puts one finding right. */
    @FunctionalInterface
    interface Repair {
        /**
         * Saves whatever it changes in the backup first.
         *
         * @throws dev.bobbin.threadstore.ThreadStoreException.Conflict if a running server holds the thread
         */
        void apply(Backup backup) throws IOException;
    }
}
