package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link ThreadIndex} in step with the files of a home.
 *
 * <p>Every round looks at the modification time of each known folder and lists only those that changed, newest day first,
 * so files that others add, move or delete show up in the next list at the cost of one system call per folder. The first
 * round reads the head of every rollout; it may stop early and be continued. Rounds come one at a time; the lock is the
 * one in this package that is held over reading.
 */
final class HomeScan {
    /** Clocks of file systems tick this slowly: a folder changed less than this ago may change again unseen. */
    private static final long SETTLING_MILLIS = 50;

    /** In place of the time of a file that may change again unseen, so that it is read again in any case. */
    private static final FileTime UNSETTLED = FileTime.fromMillis(Long.MIN_VALUE);

    private static final int FILES_BETWEEN_LOOKS = 16;
    static final LongPredicate NEVER = _ -> false;

    private final ThreadIndex index;
    private final HeadReader heads;
    private final HomeFolders folders;
    private final ReentrantLock scanning = new ReentrantLock(true);
    /** Files in the folders of rollouts that are none yet: perhaps still being written. By modification time. */
    private final Map<Path, FileTime> unreadable = new HashMap<>();

    private volatile boolean complete;

    HomeScan(Path codexHome, ThreadIndex index, HeadReader heads) {
        this.index = index;
        this.heads = heads;
        this.folders = new HomeFolders(codexHome, index);
    }

    /** Whether one round has come to its end, so that every rollout of that moment is in the index. */
    boolean isComplete() {
        return complete;
    }

    /**
     * One round.
     *
     * @param inArchive which half of the home
     * @param enough asked before older files are read, with a time that is behind those in their names, local time as
     *     seconds: whether those are of no interest now
     * @return false if it was enough before the end
     */
    boolean refresh(boolean inArchive, LongPredicate enough) {
        scanning.lock();
        try {
            retryUnreadable();
            return inArchive ? visitDay(folders.archived, Long.MAX_VALUE, enough) : visit(folders.sessions, "", enough);
        } finally {
            scanning.unlock();
        }
    }

    /** What is done between two steps of a long round. */
    interface Pause {
        void pause() throws InterruptedException;
    }

    /** Both halves to the end, now. */
    void complete() {
        try {
            complete(() -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Both halves to the end, in short steps so that others get their turn. */
    void complete(Pause between) throws InterruptedException {
        var step = new Step();
        var done = 0;
        while (done < 2 && !Thread.currentThread().isInterrupted()) {
            between.pause();
            if (refresh(done == 1, step.next())) {
                done++;
            }
        }
        complete |= done == 2;
    }

    /** Ends a round after a few looks. */
    private static final class Step {
        private static final int LOOKS = 3;
        private int left;

        LongPredicate next() {
            left = LOOKS;
            return _ -> left-- <= 0;
        }
    }

    private boolean visit(ScannedFolder node, String date, LongPredicate enough) {
        if (node.depth == ScannedFolder.DAY_DEPTH) {
            return visitDay(node, endOfDay(date), enough);
        }
        var modified = modified(node.path, false);
        if (modified == null) {
            folders.forget(node);
            return true;
        }
        if (!modified.equals(node.seen)) {
            folders.listNumbered(node);
            node.seen = settled(modified);
        }
        for (var child : List.copyOf(node.children.values())) {
            if (!visit(child, date + "-" + child.number, enough)) {
                return false;
            }
        }
        return true;
    }

    private static long endOfDay(String date) {
        var parts = date.split("-", -1);
        try {
            return LocalDate.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]))
                    .plusDays(1)
                    .atStartOfDay()
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Long.MAX_VALUE;
        }
    }

    private boolean visitDay(ScannedFolder day, long newest, LongPredicate enough) {
        var modified = modified(day.path, false);
        if (modified == null) {
            folders.forget(day);
            return true;
        }
        if (modified.equals(day.seen)) {
            return true;
        }
        if (enough.test(newest)) {
            return false;
        }
        if (!modified.equals(day.listed)) {
            day.unread.clear();
            day.unread.addAll(listFiles(day));
            day.listed = settled(modified);
        }
        for (var count = 0; !day.unread.isEmpty(); count++) {
            var file = day.unread.element();
            // Of the same second, what is not read yet may come first.
            if (count % FILES_BETWEEN_LOOKS == 0
                    && enough.test(file.name().time().toEpochSecond(ZoneOffset.UTC) + 1)) {
                return false;
            }
            read(day, day.unread.remove());
        }
        day.seen = day.listed;
        return true;
    }

    /** Forgets what is gone; returns what is new, newest first. */
    private List<ScannedFolder.Named> listFiles(ScannedFolder day) {
        var present = new HashMap<String, RolloutName>();
        for (var path : day.content()) {
            var fileName = String.valueOf(path.getFileName());
            var name = RolloutName.parse(fileName);
            if (name != null) {
                present.put(fileName, name);
            }
        }
        present.entrySet()
                .removeIf(file -> file.getValue().compressed() && present.containsKey(logical(file.getKey())));
        for (var known : Map.copyOf(day.files).entrySet()) {
            if (!present.containsKey(known.getKey())) {
                day.files.remove(known.getKey());
                index.remove(known.getValue());
            }
        }
        var added = new ArrayList<ScannedFolder.Named>();
        present.forEach((fileName, name) -> {
            if (!day.files.containsKey(fileName) && !unreadable.containsKey(day.path.resolve(fileName))) {
                added.add(new ScannedFolder.Named(fileName, name));
            }
        });
        added.sort((a, b) -> RolloutName.newestFirst(a.name(), b.name()));
        return added;
    }

    private static String logical(String fileName) {
        return String.valueOf(RolloutPaths.logical(Path.of(fileName)));
    }

    private void read(ScannedFolder day, ScannedFolder.Named file) {
        var path = day.path.resolve(file.fileName());
        try {
            var before = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!before.isRegularFile()) {
                return;
            }
            var entry = heads.entry(day.path, file.fileName(), file.name(), day == folders.archived);
            if (entry == null) {
                var seen = settled(before.lastModifiedTime());
                unreadable.put(path, seen == null ? UNSETTLED : seen);
            } else {
                unreadable.remove(path);
                day.files.put(file.fileName(), entry);
                forgetIfMoved(entry.threadId());
                index.add(entry);
            }
        } catch (IOException e) {
            unreadable.remove(path);
        }
    }

    /** A thread that turns up in one half of the home may just have left the other, which this round does not visit. */
    private void forgetIfMoved(String threadId) {
        var known = index.find(threadId);
        if (known != null) {
            recheck(known);
        }
    }

    /** Lists the folders of files again that have changed since they could not be read. */
    private void retryUnreadable() {
        for (var file : Map.copyOf(unreadable).entrySet()) {
            var now = modified(file.getKey(), true);
            if (!file.getValue().equals(now)) {
                unreadable.remove(file.getKey());
                var day = folders.find(file.getKey().getParent());
                if (day != null) {
                    day.doubt();
                }
            }
        }
    }

    /**
     * Looks at one file again, because it may have changed since.
     *
     * @return false if the index knew something else than is there now
     */
    boolean recheck(IndexEntry entry) {
        try {
            var now = Files.readAttributes(entry.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var modified = now.lastModifiedTime().toMillis();
            var isSame = modified == entry.updatedMillis;
            if (isSame && (entry.isListable() || settled(now.lastModifiedTime()) != null)) {
                return true;
            }
            if (entry.isListable()) {
                index.touch(entry, modified);
            } else {
                reread(entry);
            }
        } catch (IOException e) {
            index.remove(entry);
            suspect(entry);
        }
        return false;
    }

    private void reread(IndexEntry entry) {
        var name = RolloutName.parse(entry.fileName());
        var folder = entry.file().getParent();
        if (name == null || folder == null) {
            return;
        }
        var now = heads.entry(folder, entry.fileName(), name, entry.archived);
        scanning.lock();
        try {
            var day = folders.find(folder);
            if (day != null && now != null && day.files.replace(entry.fileName(), entry, now)) {
                index.remove(entry);
                index.add(now);
            }
        } finally {
            scanning.unlock();
        }
    }

    /** Lists the entry's folder anew in the next round. */
    private void suspect(IndexEntry entry) {
        scanning.lock();
        try {
            var day = folders.find(entry.file().getParent());
            if (day != null) {
                day.files.remove(entry.fileName());
                day.doubt();
            }
        } finally {
            scanning.unlock();
        }
    }

    private static @Nullable FileTime modified(Path path, boolean file) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isDirectory() != file ? attributes.lastModifiedTime() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable FileTime settled(FileTime modified) {
        return System.currentTimeMillis() - modified.toMillis() > SETTLING_MILLIS ? modified : null;
    }
}
