package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.notice.WarningNotification;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.thread.ThreadStatusChangedNotification;
import dev.bobbin.protocol.v2.thread.ThreadTokenUsageUpdatedNotification;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One loaded thread: its journal, its conversation, its settings, who listens, and the turn it is busy with.
 *
 * <p>Touched by its owner only; see {@link ThreadActor}.
 */
final class LoadedThread {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedThread.class);

    private final Thread announced;
    private final ThreadJournal journal;
    private final Subscriptions subscriptions;
    private final ThreadStatusTracker status = new ThreadStatusTracker();
    private final OpenQuestions questions;
    private final IdleUnloading.Watch idleness;
    private final Deque<Runnable> afterTurn = new ArrayDeque<>();
    private final Set<java.lang.Thread> beside = new HashSet<>();
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private @Nullable ThreadActor owner;
    /** Null until it is first needed: many a thread is only looked at. */
    private @Nullable ThreadContext context;

    private final StoredConversation stored;
    private TurnSettings settings;
    private @Nullable RunningTurn turn;
    /** The first turn since the thread was loaded. */
    private @Nullable String firstTurnId;

    private @Nullable ThreadGoal goal;
    private boolean showsRawItems;
    private final GoalPace pace = new GoalPace();
    private boolean ended;

    /**
     * @param announced the thread as clients were first told of it, without its turns
     * @param context the conversation so far; null to have it read when it is first needed
     * @param stored how to read it then
     * @param settings what the next turn uses
     */
    LoadedThread(
            Thread announced,
            ThreadJournal journal,
            Subscriptions subscriptions,
            @Nullable ThreadContext context,
            StoredConversation stored,
            TurnSettings settings,
            IdleUnloading unloading) {
        this.announced = announced;
        this.journal = journal;
        this.subscriptions = subscriptions;
        this.context = context;
        this.stored = stored;
        this.settings = settings;
        this.idleness = unloading.newWatch();
        this.questions = new OpenQuestions(this);
    }

    String id() {
        return announced.id();
    }

    boolean ephemeral() {
        return journal.ephemeral();
    }

    Thread announced() {
        return announced;
    }

    ThreadJournal journal() {
        return journal;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    OpenQuestions questions() {
        return questions;
    }

    /** The conversation, read from the journal the first time. */
    ThreadContext context() {
        var known = context;
        if (known == null) {
            known = stored.read(this);
            context = known;
        }
        return known;
    }

    void context(ThreadContext replacement) {
        context = replacement;
    }

    TurnSettings settings() {
        return settings;
    }

    void settings(TurnSettings changed) {
        settings = changed;
    }

    @Nullable
    ThreadGoal goal() {
        return goal;
    }

    void goal(@Nullable ThreadGoal changed) {
        goal = changed;
    }

    /** Whether a turn began since the thread was loaded. Ids of turns grow with time. */
    boolean beganSinceLoaded(String turnId) {
        return firstTurnId != null && turnId.compareTo(firstTurnId) >= 0;
    }

    /** How fast the thread goes on towards its goal. */
    GoalPace pace() {
        return pace;
    }

    @Nullable
    RunningTurn turn() {
        return turn;
    }

    void turn(@Nullable RunningTurn running) {
        idleness.stop();
        if (firstTurnId == null && running != null) {
            firstTurnId = running.id();
        }
        turn = running;
    }

    ThreadStatus status() {
        return status.status();
    }

    ThreadStatusTracker statusTracker() {
        return status;
    }

    /** Whether a turn runs or something is asked of a client. */
    boolean isActive() {
        return turn != null || status.isActive();
    }

    /** Tells every client of a change of status, if there was one. */
    void announce(Optional<ThreadStatus> change) {
        change.ifPresent(now -> subscriptions.tellEveryone(
                ThreadNotifications.THREAD_STATUS_CHANGED, new ThreadStatusChangedNotification(id(), now)));
    }

    /** From now on clients are told of raw items too. */
    void showRawItems() {
        showsRawItems = true;
    }

    /** Warns the clients that listen. */
    void warn(String text) {
        subscriptions.tell(Notifications.WARNING, new WarningNotification(id(), text));
    }

    /** Writes, then shows. When writing fails, nothing is shown. */
    void commit(List<? extends RolloutItem> lines, List<EncodedNotification> notes) {
        journal.write(lines);
        var running = turn;
        var shown = showsRawItems && running != null ? RawItems.among(id(), running.id(), lines, notes) : notes;
        for (var note : shown) {
            show(note);
        }
    }

    /** Shows something that need not be written first. */
    void show(EncodedNotification note) {
        var running = turn;
        if (running != null) {
            running.items().note(note.params());
            if (note.params() instanceof ThreadTokenUsageUpdatedNotification used) {
                running.used(used.tokenUsage());
            }
        }
        subscriptions.send(note);
    }

    /**
     * Makes sure that the thread can be written to. If its file had been let go, the conversation is read anew, because
     * another process may have gone on with it.
     */
    void wake() {
        if (!journal.isResting()) {
            return;
        }
        var replay = HistoryReplay.ofContext();
        journal.wake(replay);
        replay.complete(journal::readHistory);
        context = StoredConversation.of(replay.modelContext(), this);
        goal = Goals.read(id(), replay.goal());
    }

    /** Whether nothing happens in the thread and nobody listens to it. */
    boolean isAlone() {
        return !isActive() && subscriptions.isEmpty() && !ended;
    }

    /** Called once, before the owner starts. */
    void ownedBy(ThreadActor actor) {
        owner = actor;
    }

    /** A client listens from now on. */
    void join(ClientConnection connection) {
        idleness.stop();
        subscriptions.add(connection);
    }

    /** A client is gone or no longer listens. */
    boolean leave(ClientConnection connection) {
        var listened = subscriptions.remove(connection);
        if (listened) {
            watchIdleness();
        }
        return listened;
    }

    /** Runs something once the present turn has ended; there must be one. */
    void afterTurn(Runnable action) {
        afterTurn.add(action);
    }

    /** Runs something now if no turn runs, else once the present one has ended. */
    void runWhenIdle(Runnable action) {
        if (turn == null) {
            action.run();
        } else {
            afterTurn.add(action);
        }
    }

    /** Runs what closes the thread: now if no turn runs, else when the present one has ended. No other turn begins. */
    void closeWhenIdle(Runnable closer) {
        if (turn == null) {
            closer.run();
        } else {
            closers.add(closer);
        }
    }

    /** Whether the running turn is to be the last one. */
    boolean isClosing() {
        return !closers.isEmpty();
    }

    /** A turn has ended. */
    void idled() {
        while (turn == null && !afterTurn.isEmpty()) {
            runWaiting(afterTurn.remove());
        }
        while (turn == null && !closers.isEmpty()) {
            closers.remove().run();
        }
        watchIdleness();
    }

    /** What cannot be done must not keep what else waits from being done, closing least of all. */
    private void runWaiting(Runnable action) {
        try {
            action.run();
        } catch (RequestException e) {
            LOG.info("thread {} did not do what waited for the turn's end: {}", id(), e.getMessage());
        }
    }

    private void watchIdleness() {
        idleness.stop();
        var actor = owner;
        if (actor != null && isAlone()) {
            idleness.start(actor);
        }
    }

    /** Commands of the user's that run beside turns. */
    Set<java.lang.Thread> beside() {
        return beside;
    }

    /** Asks the running turn, if there is one, to stop, and what runs beside it. */
    void interrupt() {
        beside.forEach(java.lang.Thread::interrupt);
        var running = turn;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** The owner stops after the current command; the journal must be closed by then. */
    void end() {
        beside.forEach(java.lang.Thread::interrupt);
        idleness.stop();
        ended = true;
    }
}
