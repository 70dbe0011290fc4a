package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.local.sqlite.StateDb;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the background for lists: the rest of a home is read, the database is told of threads that it lacks, and
 * files are looked at that others may have appended to. Safe for many threads.
 */
final class HomeUpkeep {
    /** Of the time of one thread, sweeps in the background take no larger part than one of so many. */
    private static final int SWEEP_SHARE = 10;

    /** A list that asks for rows meanwhile waits for no more than these to be written. */
    private static final int ROWS_PER_TRANSACTION = 50;

    private final ThreadIndex index;
    private final HomeScan scan;
    private final HeadReader heads;
    private final StateDb database;
    private final Courtesy courtesy = new Courtesy();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile long nextSweep = System.nanoTime();
    private final AtomicBoolean completing = new AtomicBoolean();
    private volatile @Nullable Thread completer;
    /** Whether the database is there and was told of threads once, be it of none. */
    private volatile boolean recorded;

    HomeUpkeep(ThreadIndex index, HomeScan scan, HeadReader heads, StateDb database) {
        this.index = index;
        this.scan = scan;
        this.heads = heads;
        this.database = database;
    }

    /** A client has asked for something, or has got it: others wait a moment. */
    void asked() {
        courtesy.asked();
    }

    /** A client has asked for a page behind another one, and may ask for more. */
    void pagedOn() {
        courtesy.pagedOn();
    }

    /** Reads what is left of the home, and tells the database what it lacks. */
    void goOn() {
        if (database.isMissing()) {
            recorded = false;
        }
        if ((scan.isComplete() && recorded && !index.hasFresh()) || !completing.compareAndSet(false, true)) {
            return;
        }
        completer = Thread.ofPlatform().name("thread-index").daemon().start(() -> {
            try {
                courtesy.begin();
                scan.complete(courtesy::makeWayBehindReadAhead);
                record();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                completing.set(false);
            }
        });
    }

    private void record() throws InterruptedException {
        while ((!recorded || index.hasFresh()) && !Thread.currentThread().isInterrupted()) {
            courtesy.makeWay();
            var entries = index.takeFresh(ROWS_PER_TRANSACTION);
            var threads = new ArrayList<StoredThread>(entries.size());
            for (var entry : entries) {
                var thread = heads.listed(entry, entry.file());
                threads.add(thread.toBuilder()
                        .firstUserMessage(thread.title().isEmpty() ? thread.preview() : thread.title())
                        .build());
            }
            if (!database.add(threads)) {
                index.putBackFresh(entries);
                return;
            }
            recorded = true;
        }
    }

    /** Finds out what others have appended to. */
    void sweep(boolean archived) {
        for (var entry : index.all()) {
            if (entry.archived == archived) {
                scan.recheck(entry);
            }
        }
    }

    void sweepInBackground(boolean archived) {
        if (System.nanoTime() - nextSweep < 0 || !sweeping.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().name("thread-sweep").daemon().start(() -> {
            var began = System.nanoTime();
            try {
                sweep(archived);
            } finally {
                var ended = System.nanoTime();
                nextSweep = ended + (ended - began) * SWEEP_SHARE;
                sweeping.set(false);
            }
        });
    }

    void stop() {
        var running = completer;
        if (running != null) {
            running.interrupt();
        }
    }
}
