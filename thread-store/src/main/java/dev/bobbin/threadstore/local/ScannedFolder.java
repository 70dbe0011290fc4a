package dev.bobbin.threadstore.local;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of a home as it was last seen by {@link HomeScan}, whose lock guards it. */
final class ScannedFolder {
    /** Year, month, day: folders this deep hold files. */
    static final int DAY_DEPTH = 3;

    /** Far in the future, but so that days can be added: what a folder holds whose numbers are no date is always looked at. */
    private static final long NO_DAY = Integer.MAX_VALUE * 1_000L;

    final Path path;
    final int depth;
    /** The year, month or day that it is named after. */
    final int number;

    private final List<Integer> date;

    /** A second that no file of this day is from, nor any later one, by their names. Local time. */
    final long end;

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
    /** What is being read of it, by any thread: told from each other by what they are, as comparing all they hold takes long. */
    final Set<List<IndexEntry.Place>> inReading = Collections.newSetFromMap(new IdentityHashMap<>(2));

    /** One that lies in none of the others, with files if it is of {@link #DAY_DEPTH}. */
    ScannedFolder(Path path, int depth) {
        this.path = path;
        this.depth = depth;
        this.number = 0;
        this.date = List.of();
        this.end = Long.MAX_VALUE;
    }

    /** The folder of a year, month or day. */
    ScannedFolder(Path path, ScannedFolder parent, int number) {
        this.path = path;
        this.depth = parent.depth + 1;
        this.number = number;
        this.date = new ArrayList<>(parent.date);
        date.add(number);
        this.end = depth == DAY_DEPTH ? endOf(date) : Long.MAX_VALUE;
    }

    private static long endOf(List<Integer> date) {
        try {
            return LocalDate.of(date.get(0), date.get(1), date.get(2))
                    .plusDays(1)
                    .atStartOfDay()
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return NO_DAY;
        }
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
