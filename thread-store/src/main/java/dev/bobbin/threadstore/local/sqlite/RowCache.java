package dev.bobbin.threadstore.local.sqlite;

import dev.bobbin.threadstore.StoredThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows read lately, good until somebody writes to the database's files. Safe for use from several threads. */
final class RowCache {
    private static final int CAPACITY = 256;

    private final Map<String, Optional<StoredThread>> rows = new HashMap<>();
    private @Nullable Stamp current;
    private long generation;

    /** How the database's files looked, and how often we ourselves have changed something. */
    record Stamp(@Nullable FileTime database, @Nullable FileTime log, long logSize, long generation) {}

    synchronized Stamp stamp(Path file) {
        var log = attributes(file.resolveSibling(file.getFileName() + "-wal"));
        var database = attributes(file);
        return new Stamp(
                database == null ? null : database.lastModifiedTime(),
                log == null ? null : log.lastModifiedTime(),
                log == null ? 0 : log.size(),
                generation);
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return null;
        }
    }

    /** Null unless all of them are known. */
    synchronized @Nullable Map<String, StoredThread> get(Path file, Collection<String> threadIds) {
        if (!rows.keySet().containsAll(threadIds) || !stamp(file).equals(current)) {
            return null;
        }
        var found = new HashMap<String, StoredThread>();
        for (var threadId : threadIds) {
            var row = rows.get(threadId);
            if (row != null) {
                row.ifPresent(thread -> found.put(threadId, thread));
            }
        }
        return found;
    }

    /** @param before the stamp from before the rows were read */
    synchronized void put(Stamp before, Collection<String> threadIds, Map<String, StoredThread> found) {
        if (before.generation != generation) {
            return;
        }
        if (!before.equals(current) || rows.size() + threadIds.size() > CAPACITY) {
            rows.clear();
            current = before;
        }
        threadIds.forEach(threadId -> rows.put(threadId, Optional.ofNullable(found.get(threadId))));
    }

    synchronized void clear() {
        rows.clear();
        generation++;
    }
}
