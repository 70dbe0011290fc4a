package dev.bobbin.appserver.thread;

import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stored thread that a client means. An explicit path is looked at before the thread id, and a directory is refused
 * before anything is read.
 */
final class Sources {
    private final Path codexHome;
    private final ThreadStore store;

    Sources(Path codexHome, ThreadStore store) {
        this.codexHome = codexHome;
        this.store = store;
    }

    /** A path that was given; the empty text counts as none. */
    static @Nullable String given(@Nullable String path) {
        return path == null || path.isEmpty() ? null : path;
    }

    /** Refuses a path that leads to a directory, whatever else the request says. */
    void refuseDirectory(@Nullable String path) {
        if (path == null) {
            return;
        }
        var absolute = absolute(path);
        if (Files.isDirectory(absolute)) {
            throw ThreadErrors.invalid(
                    "failed to resolve rollout path `" + absolute + "`: path is a directory", "path_is_directory");
        }
    }

    /** The thread whose history is at the path; archived threads are refused. */
    StoredThread atPath(String path) {
        var absolute = absolute(path);
        try {
            return live(store.readThreadByPath(absolute, true));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, path);
        }
    }

    /** The stored thread with the id, as far as the head of its history tells; archived threads are refused. */
    StoredThread withId(String threadId) {
        try {
            return live(store.readThread(new ReadThread(threadId, true, true)));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, threadId);
        }
    }

    private static StoredThread live(StoredThread stored) {
        if (stored.archived()) {
            throw ThreadErrors.archived(stored.threadId());
        }
        return stored;
    }

    /** Whether both lead to the same file. */
    boolean isSame(String given, Path active) {
        var absolute = absolute(given);
        return absolute.equals(active) || real(absolute).equals(real(active));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            return path;
        }
    }

    Path absolute(String path) {
        try {
            return codexHome.resolve(path);
        } catch (InvalidPathException e) {
            throw ThreadErrors.invalid(
                    "failed to resolve rollout path `" + path + "`: file does not exist", "invalid_path");
        }
    }

    /** The canonical form of an id, as methods refuse it that work on stored threads. */
    static String sessionId(String text) {
        try {
            return ThreadIdText.canonical(text);
        } catch (ThreadIdText.Malformed e) {
            throw ThreadErrors.invalid("invalid session id: " + e.getMessage(), "invalid_thread_id");
        }
    }

    /** The canonical form of an id, as the older methods refuse it: the parameters as a whole do not fit then. */
    static String summaryId(String text) {
        try {
            return ThreadIdText.canonical(text);
        } catch (ThreadIdText.Malformed e) {
            throw ThreadErrors.invalid(
                    "Invalid request: data did not match any variant of untagged enum GetConversationSummaryParams",
                    "invalid_params");
        }
    }

    /** The canonical form of an id, as all other methods refuse it. */
    static String threadId(String text) {
        try {
            return ThreadIdText.canonical(text);
        } catch (ThreadIdText.Malformed e) {
            throw ThreadErrors.invalid("invalid thread id: " + e.getMessage(), "invalid_thread_id");
        }
    }
}
