package dev.bobbin.threadstore.local.sqlite;

import dev.bobbin.threadstore.StoredThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The shared thread index, written behind and read when it is at hand.
 *
 * <p>One platform thread owns the connection, because native calls hold their carrier. It starts with the first call that
 * needs it. Changes are gathered for a moment and written in one transaction; each read sees all changes made before it.
 * Nothing here ever fails its caller: a database that is locked, damaged, unknown, read-only or deleted is reported once,
 * and tried again in the background. A damaged one is moved aside and made anew.
 */
public final class StateDb implements AutoCloseable {
    /** The number is the generation of the format. */
    static final String FILE_NAME = "state_5.sqlite";

    private static final long GATHER_MILLIS = 30;

    /**
     * The first write opens the database, which takes the processor and the disk: not while the request that brought it, often
     * a first turn, is under way.
     */
    private static final long FIRST_WRITE_MILLIS = 60;

    /** Long enough for a first turn to begin before a database is made that only other programs miss. */
    private static final long WANTED_MILLIS = 250;

    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final Duration ADD_WAIT = Duration.ofSeconds(30);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final Path file;
    private final HealingDatabase database;
    private final StateTrouble trouble;
    private final RowCache cache = new RowCache();

    // Guarded by this.
    private final Map<String, StateChange> pending = new LinkedHashMap<>();
    private final ArrayDeque<Question<?>> questions = new ArrayDeque<>();
    private @Nullable Thread owner;
    private long dueNanos;
    private boolean closing;
    private boolean wanted;
    private boolean unusable;
    private boolean silent;

    // Owner thread only.
    private long retryAtNanos;
    private boolean retrying;

    /** @param onMade called on the owning thread when an empty database was made, which others should fill */
    public StateDb(Path sqliteHome, Clock clock, Runnable onMade) {
        this.file = sqliteHome.resolve(FILE_NAME);
        this.database = new HealingDatabase(file, clock, onMade);
        this.trouble = new StateTrouble(file, clock);
    }

    private interface Read<T> {
        T run(StateConnection connection) throws SQLException;
    }

    private static final class Question<T> {
        private final Read<T> read;
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile Optional<T> answer = Optional.empty();

        Question(Read<T> read) {
            this.read = read;
        }

        void run(StateConnection connection) throws SQLException {
            answer = Optional.of(read.run(connection));
        }
    }

    /** Whether there is a database to ask, open or not. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Whether there is none although one could be made. */
    public synchronized boolean isMissing() {
        return !unusable && !exists();
    }

    /** Whether a read would be answered without waiting for the database to be opened. */
    public boolean isOpen() {
        return database.isOpen();
    }

    /** Begins to open the database if there is one. */
    public synchronized void warmUp() {
        if (exists() && owner == null) {
            questions.add(new Question<>(_ -> true));
            start();
        }
    }

    /**
     * Makes the database a moment later if there is none, for programs that look into it as soon as a thread was started.
     * A write that comes before does so, too.
     */
    public synchronized void makeSoon() {
        if (!closing && !silent && !unusable && owner == null && !exists()) {
            wanted = true;
            dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WANTED_MILLIS);
            start();
        }
    }

    /**
     * Notes a thread as it now is, to be written soon.
     *
     * @param nameDecided whether a name, or that there is none, was decided; else an explicit title in the row stays
     */
    public void put(StoredThread thread, boolean nameDecided) {
        change(new StateChange.Put(thread, nameDecided));
    }

    /** Notes that a thread is no more. */
    public void delete(String threadId) {
        change(new StateChange.Delete(threadId));
    }

    private synchronized void change(StateChange change) {
        if (closing || silent) {
            return;
        }
        cache.clear();
        if (pending.isEmpty()) {
            dueNanos = System.nanoTime()
                    + TimeUnit.MILLISECONDS.toNanos(database.isOpen() ? GATHER_MILLIS : FIRST_WRITE_MILLIS);
        }
        pending.merge(change.threadId(), change, (earlier, later) -> later.after(earlier));
        start();
        notifyAll();
    }

    /** Adds threads that have no row yet, and corrects where files lie. False if that has to be tried again. */
    public boolean add(List<StoredThread> threads) {
        return ask(
                        connection -> {
                            connection.add(threads);
                            return true;
                        },
                        ADD_WAIT)
                .isPresent();
    }

    /**
     * The rows of these threads that can be had within the time; rows of others are missing. As long as nobody writes to the
     * database, rows asked for again are not read again.
     */
    public Map<String, StoredThread> find(Collection<String> threadIds, Duration wait) {
        if (!exists()) {
            return Map.of();
        }
        var known = cache.get(file, threadIds);
        if (known != null) {
            return known;
        }
        var stamp = cache.stamp(file);
        var found = ask(connection -> connection.find(threadIds), wait);
        found.ifPresent(rows -> cache.put(stamp, threadIds, rows));
        return found.orElse(Map.of());
    }

    private <T> Optional<T> ask(Read<T> read, Duration wait) {
        var question = new Question<>(read);
        synchronized (this) {
            if (closing || unusable) {
                return Optional.empty();
            }
            questions.add(question);
            start();
            notifyAll();
        }
        try {
            if (!question.answered.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                abandon(question, true);
            }
        } catch (InterruptedException e) {
            abandon(question, false);
            Thread.currentThread().interrupt();
        }
        return question.answer;
    }

    /** @param slow whether whoever asks next would wait as long in vain */
    private synchronized void abandon(Question<?> question, boolean slow) {
        questions.remove(question);
        unusable |= slow;
    }

    private void start() {
        if (owner == null) {
            owner = Thread.ofPlatform().name("state-db").daemon().start(this::work);
        }
    }

    private void work() {
        while (true) {
            List<StateChange> changes;
            Question<?> question;
            boolean make;
            boolean last;
            synchronized (this) {
                await();
                last = closing;
                make = wanted && !closing;
                question = questions.poll();
                changes = new ArrayList<>(pending.values());
                pending.clear();
            }
            if (!changes.isEmpty() || question != null || retrying || make) {
                serve(changes, question);
            }
            if (last) {
                database.disconnect();
                dismissAll();
                return;
            }
        }
    }

    private synchronized void dismissAll() {
        questions.forEach(question -> question.answered.countDown());
        questions.clear();
    }

    private synchronized void await() {
        while (!closing && questions.isEmpty()) {
            var millis = retrying
                    ? TimeUnit.NANOSECONDS.toMillis(retryAtNanos - System.nanoTime())
                    : pending.isEmpty() && !wanted
                            ? Long.MAX_VALUE
                            : TimeUnit.NANOSECONDS.toMillis(dueNanos - System.nanoTime());
            if (millis <= 0) {
                return;
            }
            try {
                wait(Math.min(millis, LONGEST_WAIT_MILLIS));
            } catch (InterruptedException e) {
                // Only close() ends this thread.
            }
        }
    }

    private void serve(List<StateChange> changes, @Nullable Question<?> question) {
        try {
            database.use(connection -> serve(connection, changes, question));
            recovered();
        } catch (UnknownSchemaException e) {
            trouble.report("is not one this version knows (" + e.getMessage() + "); it is left alone");
            forget();
        } catch (SQLException e) {
            failed(e, changes);
        } catch (IOException e) {
            putBack(changes);
            trouble.report("cannot be opened: " + e);
            retryLater();
        } finally {
            if (question != null) {
                question.answered.countDown();
            }
        }
    }

    private static void serve(StateConnection connection, List<StateChange> changes, @Nullable Question<?> question)
            throws SQLException {
        if (!changes.isEmpty()) {
            connection.write(changes);
        }
        if (question != null) {
            question.run(connection);
        }
    }

    private void failed(SQLException e, List<StateChange> changes) {
        putBack(changes);
        database.disconnect();
        if (StateTrouble.isDamage(e)) {
            trouble.moveAside();
        } else {
            trouble.report("cannot be used now (" + e.getMessage() + ")");
        }
        retryLater();
    }

    private synchronized void putBack(List<StateChange> changes) {
        for (var change : changes) {
            pending.putIfAbsent(change.threadId(), change);
        }
    }

    private synchronized void retryLater() {
        unusable = true;
        retrying = true;
        retryAtNanos = System.nanoTime() + trouble.nextPauseNanos();
    }

    private synchronized void recovered() {
        trouble.over();
        unusable = false;
        retrying = false;
        wanted = false;
    }

    /** Nothing is asked or written any more. */
    private synchronized void forget() {
        unusable = true;
        silent = true;
        retrying = false;
        wanted = false;
        pending.clear();
    }

    /** Writes what is pending, for a few seconds at most. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = owner;
            notifyAll();
        }
        if (running != null) {
            try {
                running.join(CLOSE_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
