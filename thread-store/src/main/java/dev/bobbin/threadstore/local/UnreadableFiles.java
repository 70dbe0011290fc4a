package dev.bobbin.threadstore.local;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files in the folders of rollouts that are none yet: perhaps still being written. Guarded by the lock of {@link HomeScan}. */
final class UnreadableFiles {
    /** In place of the time of a file that may change again unseen, so that it is read again in any case. */
    private static final FileTime UNSETTLED = FileTime.fromMillis(Long.MIN_VALUE);

    private final Map<Path, FileTime> modified = new HashMap<>();

    /** @param time when it was last changed; null if it may change again unseen */
    void add(Path file, @Nullable FileTime time) {
        modified.put(file, time == null ? UNSETTLED : time);
    }

    void remove(IndexEntry.Place place) {
        if (!modified.isEmpty()) {
            modified.remove(place.file());
        }
    }

    boolean holds(Path folder, String fileName) {
        return !modified.isEmpty() && modified.containsKey(folder.resolve(fileName));
    }

    /** Lists the folders of those again that have changed since they could not be read. */
    void retry(HomeFolders folders) {
        if (modified.isEmpty()) {
            return;
        }
        for (var file : Map.copyOf(modified).entrySet()) {
            if (!file.getValue().equals(FileTimes.ofFile(file.getKey()))) {
                modified.remove(file.getKey());
                var day = folders.find(file.getKey().getParent());
                if (day != null) {
                    day.doubt();
                }
            }
        }
    }
}
