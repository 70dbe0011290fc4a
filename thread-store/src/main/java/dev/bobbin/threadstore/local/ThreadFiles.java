package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the file of a thread by its id. */
final class ThreadFiles {
    private static final int TIME_VERSION = 7;
    /** Year, month, day. */
    private static final int DATE_FOLDERS = 3;

    private final Path codexHome;
    private final TimeZone zone;
    private final ThreadIndex index;

    ThreadFiles(Path codexHome, TimeZone zone, ThreadIndex index) {
        this.codexHome = codexHome;
        this.zone = zone;
        this.index = index;
    }

    /** @param path logical */
    record Found(Path path, boolean archived) {}

    /** The live file, else the archived one; null if there is neither. */
    @Nullable
    Found find(String threadId, boolean includeArchived) {
        var live = find(threadId, false, index.find(threadId));
        if (live != null || !includeArchived) {
            return live;
        }
        return find(threadId, true, index.find(threadId));
    }

    @Nullable
    Found findArchived(String threadId) {
        return find(threadId, true, index.find(threadId));
    }

    private @Nullable Found find(String threadId, boolean archived, @Nullable IndexEntry known) {
        try {
            if (known != null && known.archived == archived && RolloutPaths.existing(known.file()) != null) {
                return new Found(RolloutPaths.logical(known.file()), archived);
            }
            var near = archived ? null : nearItsTime(threadId);
            var path = near != null ? near : byName(threadId, archived);
            return path == null ? null : new Found(RolloutPaths.logical(path), archived);
        } catch (IOException e) {
            throw new ThreadStoreException.Internal(OsErrors.text(e), e);
        }
    }

    /** Most ids tell when they were made, and with that where their file is. */
    private @Nullable Path nearItsTime(String threadId) {
        var id = UUID.fromString(threadId);
        if (id.version() != TIME_VERSION) {
            return null;
        }
        var created = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        var planned = RolloutPaths.planned(codexHome, threadId, created, zone);
        if (RolloutPaths.existing(planned) != null) {
            return planned;
        }
        var nextSecond = RolloutPaths.planned(codexHome, threadId, created.plusSeconds(1), zone);
        return RolloutPaths.existing(nextSecond) != null ? nextSecond : null;
    }

    private @Nullable Path byName(String threadId, boolean archived) throws IOException {
        var root = codexHome.resolve(archived ? RolloutPaths.ARCHIVED_SESSIONS : RolloutPaths.SESSIONS);
        var found = named(root, threadId, archived ? 0 : DATE_FOLDERS);
        // Ids are spelled in other ways, too.
        return found != null || UUID.fromString(threadId).version() == TIME_VERSION
                ? found
                : RolloutPaths.findById(codexHome, threadId, archived);
    }

    private static @Nullable Path named(Path folder, String threadId, int below) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                var found = below > 0 ? named(child, threadId, below - 1) : isNamed(child, threadId) ? child : null;
                if (found != null) {
                    return found;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return null;
        }
        return null;
    }

    private static boolean isNamed(Path file, String threadId) {
        var fileName = file.getFileName().toString();
        if (!fileName.contains(threadId)) {
            return false;
        }
        var name = RolloutName.parse(fileName);
        return name != null && name.threadId().equals(threadId) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a thread goes that comes back from the archive: by the date in its file's name. */
    Path liveFolder(LocalDateTime named) {
        return RolloutPaths.folderOf(codexHome, named);
    }

    Path archive() {
        return codexHome.resolve(RolloutPaths.ARCHIVED_SESSIONS);
    }

    /** Whether a file counts as archived wherever it lies. */
    static boolean isArchived(Path path) {
        for (var part : path) {
            if (part.toString().equals(RolloutPaths.ARCHIVED_SESSIONS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the folder is really within that half of the home, links resolved. */
    boolean isWithin(Path file, String half) throws IOException {
        var root = codexHome.resolve(half);
        return Files.isDirectory(root) && file.toRealPath().startsWith(root.toRealPath());
    }
}
