package dev.bobbin.threadstore.local;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of a home as it was last seen by {@link HomeScan}, whose lock guards it. */
final class ScannedFolder {
    /** Year, month, day: folders this deep hold files. */
    static final int DAY_DEPTH = 3;

    final Path path;
    final int depth;
    /** The year, month or day that it is named after. */
    final int number;

    /** When it was last changed, if all of it as of then is known. */
    @Nullable
    FileTime seen;

    /** When it was last changed, if what it held then is known, read or yet to be read. */
    @Nullable
    FileTime listed;

    /** Whether all of it was known once, so that little has to be read when it changes. */
    boolean wasSeen;

    /** Counts how often all that was known of it was forgotten. */
    int forgotten;

    final TreeMap<Integer, ScannedFolder> children = new TreeMap<>(Comparator.reverseOrder());
    final List<IndexEntry> files = new ArrayList<>();
    /** What is left to read of it, newest first. */
    final ArrayDeque<IndexEntry.Place> unread = new ArrayDeque<>();
    /** What is being read of it, by any thread. */
    final List<List<IndexEntry.Place>> inReading = new ArrayList<>(2);

    ScannedFolder(Path path, int depth, int number) {
        this.path = path;
        this.depth = depth;
        this.number = number;
    }

    /** Looks at it anew in the next round. */
    void doubt() {
        listed = null;
        seen = null;
    }

    /**
     * Notes what it holds besides what is known.
     *
     * @param time when it was last changed; null if it may change again unseen
     */
    void list(Collection<IndexEntry.Place> added, @Nullable FileTime time) {
        unread.clear();
        unread.addAll(added);
        listed = time;
    }

    /** Whether some of its files are not known yet. */
    boolean isUnfinished() {
        return !unread.isEmpty() || !inReading.isEmpty();
    }

    /** All that was listed is known. */
    void finish() {
        seen = listed;
        wasSeen = true;
    }

    /** Takes up to that many files to read. */
    List<IndexEntry.Place> take(int max) {
        var taken = new ArrayList<IndexEntry.Place>(max);
        while (taken.size() < max && !unread.isEmpty()) {
            taken.add(unread.remove());
        }
        return taken;
    }

    /** A second that none of the files is from which are not known yet, nor any later one. Local time, as in their names. */
    long endOfUnknown() {
        var newest = unread.isEmpty() ? Long.MIN_VALUE : seconds(unread.element());
        for (var files : inReading) {
            newest = Math.max(newest, seconds(files.getFirst()));
        }
        return newest + 1;
    }

    private static long seconds(IndexEntry.Place place) {
        return place.name().time().toEpochSecond(ZoneOffset.UTC);
    }

    /** The names of what lies in it; none if that cannot be read. */
    List<String> content() {
        var names = path.toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
