package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;

/** Moves rollouts into the archive, out of it, and away for good. Durable on return; never over another file. */
final class ThreadMoves {
    private final ThreadFiles files;
    private final Clock clock;

    ThreadMoves(ThreadFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Where the thread's file lies now; logical. */
    Path archive(String threadId) {
        var found = files.find(threadId, false);
        if (found == null) {
            throw new ThreadStoreException.InvalidRequest("no rollout found for thread id " + threadId);
        }
        return doing(() -> {
            var file = checked(found.path(), threadId, RolloutPaths.SESSIONS, "sessions");
            return move(file, files.archive());
        });
    }

    /** Where the thread's file lies now; logical. It counts as changed now. */
    Path unarchive(String threadId) {
        var found = files.findArchived(threadId);
        if (found == null) {
            throw new ThreadStoreException.InvalidRequest("no archived rollout found for thread id " + threadId);
        }
        return doing(() -> {
            var file = checked(found.path(), threadId, RolloutPaths.ARCHIVED_SESSIONS, "archived");
            var name = RolloutName.parse(String.valueOf(file.getFileName()));
            if (name == null) {
                throw new ThreadStoreException.InvalidRequest("rollout path `" + file + "` missing filename timestamp");
            }
            var moved = move(file, files.liveFolder(name.time()));
            var now = RolloutPaths.existing(moved);
            if (now != null) {
                Files.setLastModifiedTime(now, FileTime.from(clock.instant()));
            }
            return moved;
        });
    }

    /** Deletes both forms of a file. */
    void delete(Path path) {
        doing(() -> {
            Files.deleteIfExists(path);
            Files.deleteIfExists(RolloutPaths.compressed(path));
            if (path.getParent() != null && Files.isDirectory(path.getParent())) {
                PrivateFiles.syncFolder(path.getParent());
            }
            return path;
        });
    }

    /** The file as it is on disk, if it may be moved under that id. */
    private Path checked(Path path, String threadId, String half, String halfInWords) throws IOException {
        var file = RolloutPaths.existing(path);
        if (file == null) {
            throw new ThreadStoreException.InvalidRequest("no rollout found for thread id " + threadId);
        }
        if (!files.isWithin(file, half)) {
            throw new ThreadStoreException.InvalidRequest(
                    "rollout path `" + file + "` must be in " + halfInWords + " directory");
        }
        var name = RolloutName.parse(String.valueOf(file.getFileName()));
        if (name == null || !name.threadId().equals(threadId)) {
            throw new ThreadStoreException.InvalidRequest(
                    "rollout path `" + file + "` does not match thread id " + threadId);
        }
        return file;
    }

    private static Path move(Path file, Path folder) throws IOException {
        for (var changed : PrivateFiles.createFolders(folder)) {
            PrivateFiles.syncFolder(changed);
        }
        var target = folder.resolve(String.valueOf(file.getFileName()));
        var there = RolloutPaths.existing(target);
        if (there != null && !isSame(there, file)) {
            throw new FileAlreadyExistsException(there.toString(), null, "File exists");
        }
        // A stale compressed form beside the plain one comes along, so that it cannot be found in its place.
        var sibling = RolloutPaths.compressed(RolloutPaths.logical(file));
        if (!sibling.equals(file) && Files.exists(sibling)) {
            Files.move(sibling, folder.resolve(String.valueOf(sibling.getFileName())));
        }
        if (there == null) {
            Files.move(file, target);
        } else {
            Files.delete(file);
        }
        PrivateFiles.syncFolder(folder);
        if (file.getParent() != null) {
            PrivateFiles.syncFolder(file.getParent());
        }
        return RolloutPaths.logical(target);
    }

    /** A copy that is in the way of itself. */
    private static boolean isSame(Path there, Path file) throws IOException {
        return there.getFileName().equals(file.getFileName()) && Files.mismatch(there, file) < 0;
    }

    private interface Step {
        Path run() throws IOException;
    }

    private static Path doing(Step step) {
        try {
            return step.run();
        } catch (FileAlreadyExistsException e) {
            throw new ThreadStoreException.Internal(e.getFile() + " is in the way: " + OsErrors.text(e), e);
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(OsErrors.text(e), e);
        }
    }
}
