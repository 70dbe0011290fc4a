package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/**
 * Keeps the {@link ThreadIndex} in step with the files of a home.
 *
 * <p>Every round looks at the modification time of known folders and lists only those that changed, newest day first, so
 * files that others add, move or delete show up in the next list at the cost of one system call per folder. The first round
 * reads the head of every rollout; it may stop early and be continued. Several rounds may go on at once: they share the
 * files to read, a few at a time, and the lock is not held while heads are read.
 */
final class HomeScan {
    static final LongPredicate NEVER = _ -> false;

    /** Folders are named by local time: files made after a journey may lie in older ones than those made before. */
    static final long ZONES_SECONDS = Duration.ofDays(2).toSeconds();

    private final ThreadIndex index;
    private final HeadReader heads;
    private final HomeFolders folders;
    private final UnreadableFiles unreadable = new UnreadableFiles();
    private final ReentrantLock scanning = new ReentrantLock(true);
    /** Some files have been read, or somebody failed to. */
    private final Condition progress = scanning.newCondition();

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
     */
    void refresh(boolean inArchive, LongPredicate enough) {
        try {
            refresh(inArchive, new ScanRound(enough, ScanRound.Pause.NONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Both halves to the end, now. */
    void complete() {
        try {
            complete(ScanRound.Pause.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Both halves to the end. */
    void complete(ScanRound.Pause pause) throws InterruptedException {
        refresh(false, new ScanRound(NEVER, pause));
        refresh(true, new ScanRound(NEVER, pause));
        complete = true;
    }

    private void refresh(boolean inArchive, ScanRound round) throws InterruptedException {
        scanning.lock();
        try {
            unreadable.retry(folders);
            if (inArchive) {
                visitDay(folders.archived, round);
            } else {
                visit(folders.sessions, round);
            }
        } finally {
            scanning.unlock();
        }
    }

    /** False if it was enough before the end; the same below. */
    private boolean visit(ScannedFolder node, ScanRound round) throws InterruptedException {
        if (node.depth == ScannedFolder.DAY_DEPTH) {
            return !round.isEnough(node.end + ZONES_SECONDS) && visitDay(node, round);
        }
        var modified = FileTimes.ofFolder(node.path);
        if (modified == null) {
            folders.forget(node);
            return true;
        }
        if (!modified.equals(node.seen)) {
            var settled = FileTimes.settled(modified);
            folders.listNumbered(node);
            node.seen = settled;
        }
        for (var child : List.copyOf(node.children.values())) {
            if (!visit(child, round)) {
                return false;
            }
        }
        return true;
    }

    private boolean visitDay(ScannedFolder day, ScanRound round) throws InterruptedException {
        var modified = FileTimes.ofFolder(day.path);
        round.did(1);
        if (modified == null) {
            folders.forget(day);
            return true;
        }
        if (modified.equals(day.seen)) {
            return true;
        }
        if (!day.wasSeen && round.isEnough(day.end)) {
            return false;
        }
        if (!modified.equals(day.listed)) {
            var settled = FileTimes.settled(modified);
            while (!day.inReading.isEmpty()) {
                if (!day.wasSeen && round.isEnough(day.endOfUnknown())) {
                    return false;
                }
                progress.awaitUninterruptibly();
            }
            day.list(folders.listFiles(day, unreadable), settled);
        }
        return finish(day, round);
    }

    private boolean finish(ScannedFolder day, ScanRound round) throws InterruptedException {
        while (day.isUnfinished()) {
            if (!day.wasSeen && round.isEnough(day.endOfUnknown())) {
                return false;
            }
            if (day.unread.isEmpty()) {
                progress.awaitUninterruptibly();
            } else {
                readSome(day, round);
            }
        }
        day.finish();
        return true;
    }

    private void readSome(ScannedFolder day, ScanRound round) throws InterruptedException {
        if (round.pause != ScanRound.Pause.NONE) {
            unlocked(round.pause);
        }
        var files = day.take(ScanRound.FILES_AT_ONCE);
        if (files.isEmpty()) {
            return;
        }
        var forgotten = day.forgotten;
        var found = new ArrayList<FoundFile>(files.size());
        day.inReading.add(files);
        try {
            unlocked(() -> {
                for (var file : files) {
                    found.add(FoundFile.read(file, heads, round.buffer()));
                }
            });
        } finally {
            day.inReading.remove(files);
            if (found.size() < files.size()) {
                day.doubt();
            }
            progress.signalAll();
        }
        round.did(files.size());
        if (forgotten == day.forgotten) {
            for (var file : found) {
                take(day, file);
            }
        }
    }

    private void unlocked(ScanRound.Pause work) throws InterruptedException {
        scanning.unlock();
        try {
            work.pause();
        } finally {
            scanning.lock();
        }
    }

    private void take(ScannedFolder day, FoundFile file) {
        var entry = file.entry();
        if (file.exists() && entry == null) {
            unreadable.add(file.place().file(), file.modified());
            return;
        }
        unreadable.remove(file.place());
        if (entry != null) {
            day.files.add(entry);
            forgetIfMoved(entry);
            index.add(entry);
        }
    }

    /** A thread that turns up in one half of the home may just have left the other, which this round does not visit. */
    private void forgetIfMoved(IndexEntry entry) {
        var known = index.find(entry);
        if (known != null) {
            recheck(known);
        }
    }

    /**
     * Looks at one file again, because it may have changed since.
     *
     * @return false if the index knew something else than is there now
     */
    boolean recheck(IndexEntry entry) {
        return recheck(entry, entry.file());
    }

    /** @param file that of the entry */
    boolean recheck(IndexEntry entry, Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var modified = now.lastModifiedTime().toMillis();
            var isSame = modified == entry.updatedMillis;
            if (isSame && (entry.isListable() || FileTimes.settled(now.lastModifiedTime()) != null)) {
                return true;
            }
            if (entry.isListable()) {
                index.touch(entry, modified);
            } else {
                reread(entry, now);
            }
        } catch (IOException e) {
            index.remove(entry);
            suspect(entry);
        }
        return false;
    }

    private void reread(IndexEntry entry, BasicFileAttributes attributes) throws IOException {
        var name = RolloutName.parse(entry.fileName());
        if (name == null) {
            return;
        }
        var place = new IndexEntry.Place(entry.folder, entry.fileName(), name, entry.archived);
        var now = heads.entry(place, entry.file(), attributes, new byte[HeadScan.BUFFER_BYTES]);
        scanning.lock();
        try {
            var day = folders.find(entry.folder);
            var at = day == null ? -1 : day.files.indexOf(entry);
            if (day != null && at >= 0 && now != null) {
                day.files.set(at, now);
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
            var day = folders.find(entry.folder);
            if (day != null) {
                day.files.remove(entry);
                day.doubt();
            }
        } finally {
            scanning.unlock();
        }
    }
}
