package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.GoalTexts;
import dev.bobbin.appserver.id.IdSource;
import dev.bobbin.appserver.telemetry.Observer;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.appserver.turn.ReviewOpening;
import dev.bobbin.appserver.turn.SteeredInput;
import dev.bobbin.appserver.turn.TurnEngine;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.appserver.turn.TurnOutcome;
import dev.bobbin.appserver.turn.TurnTask;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.protocol.v2.turn.TurnStartedNotification;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins turns and lets them run. A turn runs on a virtual thread of its own, so that the thread's owner stays free to steer
 * it, interrupt it and show what it does.
 *
 * <p>Methods are called on the thread's owner, but for what is said to run on the turn's thread.
 */
final class TurnLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLifecycle.class);

    private final TurnEngine engine;
    private final TurnEnding ending;
    private final Clock clock;
    private final IdSource ids;
    private final Observer observer;
    private final GoalProgress progress;

    TurnLifecycle(ThreadServices services, GoalProgress progress) {
        this.engine = services.engine();
        this.clock = services.clock();
        this.ids = services.ids();
        this.observer = services.observer();
        this.progress = progress;
        this.ending = new TurnEnding(clock);
    }

    /** A turn id that nothing has used yet. */
    String newTurnId() {
        return ids.uuidV7();
    }

    /**
     * Begins a turn on an idle thread. When its first line cannot be written, there is no turn.
     *
     * @param outputSchema what this turn's answer must look like; null for free text
     * @param begun told before any client is, so that it can send the response first
     */
    void begin(
            ThreadActor actor,
            LoadedThread thread,
            String turnId,
            TurnInput input,
            @Nullable RawJson outputSchema,
            Consumer<RunningTurn> begun) {
        thread.wake();
        // Read before there is a turn: what cannot be read must not leave one behind that never ends.
        var context = thread.context();
        var settings = SettingsChange.forTurn(thread.settings(), outputSchema);
        var begunAs = input instanceof TurnInput.Review ? newTurnId() : turnId;
        var turn = new RunningTurn(turnId, begunAs, input, clock.instant(), System.nanoTime());
        var opening = input instanceof TurnInput.Review review
                ? ReviewOpening.of(review.target(), thread.id(), turnId, clock)
                : new ReviewOpening(List.of(), List.of());
        var lines = new ArrayList<RolloutItem>(opening.lines());
        lines.add(new RolloutEvent.TaskStarted(
                begunAs,
                null,
                turn.startedAtSeconds(),
                settings.modelContextWindow(),
                settings.collaborationMode().mode().wireName()));
        thread.journal().writeNowOrNever(lines);
        thread.turn(turn);
        turn.watchedBy(WatchedTurn.begin(observer, thread, turn));
        progress.turnBegan(thread, turn);
        begun.accept(turn);
        opening.notes().forEach(thread::show);
        thread.announce(thread.statusTracker().turnStarted());
        thread.subscriptions()
                .tell(
                        ThreadNotifications.TURN_STARTED,
                        new TurnStartedNotification(thread.id(), TurnViews.started(turn)));
        var task = new TurnTask(thread.id(), turnId, input, settings, turn.startedAt());
        var goals = new TurnGoals(actor, turn, context, progress);
        var host = new TurnBridge(actor, turn, context, goals, settings.config().approvalDeadline());
        var worker = Thread.ofVirtual().name("turn-" + turnId).unstarted(() -> run(actor, turn, task, host));
        turn.runsOn(worker);
        worker.start();
    }

    /** Runs a command of the user's beside a turn; what came of it joins the turn, or the conversation if the turn is over. */
    void runBeside(ThreadActor actor, LoadedThread thread, RunningTurn running, TurnInput.UserShell shell) {
        var task = new TurnTask(thread.id(), running.id(), shell, thread.settings(), running.startedAt());
        var context = thread.context();
        var host = new TurnBridge(actor, running, context, new TurnGoals(actor, running, context, progress), null);
        var worker = Thread.ofVirtual().name("beside-" + running.id()).unstarted(() -> {
            var said = engine.runBeside(task, shell.command(), host);
            var self = Thread.currentThread();
            actor.tell(now -> {
                now.beside().remove(self);
                if (said != null) {
                    tell(now, said);
                }
            });
        });
        thread.beside().add(worker);
        worker.start();
    }

    private static void tell(LoadedThread thread, RawJson said) {
        var running = thread.turn();
        if (running == null || !running.tell(said)) {
            thread.runWhenIdle(() -> {
                thread.context().append(said);
                thread.commit(List.of(new ResponseItem(said)), List.of());
            });
        }
    }

    /** What the model was to be told while the turn ran, and was not, joins the conversation. */
    private static void keepWhatWasTold(LoadedThread thread, RunningTurn over) {
        try {
            over.takeTold().forEach(said -> tell(thread, said));
        } catch (ThreadStoreException e) {
            LOG.error("thread {} could not save what its model was to be told", thread.id(), e);
        }
    }

    /** Runs on the turn's thread. Reports exactly one ending, whatever happens. */
    private void run(ThreadActor actor, RunningTurn turn, TurnTask task, TurnBridge host) {
        TurnOutcome outcome;
        try {
            outcome = engine.run(task, host);
        } catch (ThreadStoreException e) {
            LOG.error("turn {} of thread {} could not be saved", task.turnId(), task.threadId(), e);
            outcome = new TurnOutcome.Failed(TurnEnding.notSaved(e), null);
        } catch (RuntimeException e) {
            LOG.error("turn {} of thread {} failed", task.turnId(), task.threadId(), e);
            outcome = new TurnOutcome.Failed(
                    new TurnError("internal error: " + e.getMessage(), new CodexErrorInfo.Other(), null), null);
        } catch (StackOverflowError | OutOfMemoryError e) {
            LOG.error("turn {} of thread {} failed", task.turnId(), task.threadId(), e);
            var why = ThreadErrors.atLimits(e).getMessage();
            outcome = new TurnOutcome.Failed(new TurnError(why, new CodexErrorInfo.Other(), null), null);
        }
        var ended = outcome;
        actor.tell(thread -> end(actor, thread, turn, ended));
    }

    private void end(ThreadActor actor, LoadedThread thread, RunningTurn turn, TurnOutcome outcome) {
        progress.turnEnds(thread, turn, outcome);
        var status = ending.end(thread, turn, outcome);
        var watched = turn.watched();
        if (watched != null) {
            watched.end(status, thread);
        }
        keepWhatWasTold(thread, turn);
        if (!(outcome instanceof TurnOutcome.Interrupted) && !thread.isClosing()) {
            beginWithWhatIsLeft(actor, thread, turn);
        }
        thread.idled();
        if (!(outcome instanceof TurnOutcome.Interrupted)) {
            pursueGoal(actor, thread);
        }
    }

    /**
     * Begins a turn by itself if the thread has a goal to be worked on and nothing else to do. After failures it does so
     * later.
     */
    void pursueGoal(ThreadActor actor, LoadedThread thread) {
        if (!mayPursueGoal(thread)) {
            return;
        }
        var pause = thread.pace().pause();
        if (pause.isZero()) {
            beginForGoal(actor, thread);
            return;
        }
        int failures = thread.pace().failures();
        Thread.ofVirtual().name("goal-" + thread.id()).start(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            actor.tell(now -> {
                if (now.pace().failures() == failures && mayPursueGoal(now)) {
                    beginForGoal(actor, now);
                }
            });
        });
    }

    private static boolean mayPursueGoal(LoadedThread thread) {
        var goal = thread.goal();
        return goal != null
                && goal.status() == ThreadGoalStatus.ACTIVE
                && thread.turn() == null
                && !thread.isClosing()
                && !thread.hasEnded()
                && thread.settings().config().features().enabled(GoalDesk.FEATURE)
                && thread.settings().collaborationMode().mode() != ModeKind.PLAN;
    }

    private void beginForGoal(ThreadActor actor, LoadedThread thread) {
        try {
            thread.wake();
            var goal = thread.goal();
            if (goal != null && goal.status() == ThreadGoalStatus.ACTIVE) {
                begin(actor, thread, newTurnId(), new TurnInput.Goal(GoalTexts.goOn(goal)), null, _ -> {});
            }
        } catch (ThreadStoreException e) {
            LOG.error("thread {} could not go on with its goal", thread.id(), e);
        }
    }

    /** Input that came in the moment between the turn's last look and its end gets a turn of its own. */
    private void beginWithWhatIsLeft(ThreadActor actor, LoadedThread thread, RunningTurn over) {
        var next = over.leftOver().poll();
        if (next == null || !(next.input() instanceof SteeredInput.Said said)) {
            return;
        }
        var turnId = next.promisedTurnId() != null ? next.promisedTurnId() : newTurnId();
        var input = new TurnInput.User(said.input(), said.clientUserMessageId());
        try {
            begin(actor, thread, turnId, input, null, turn -> over.leftOver().forEach(turn::enqueue));
        } catch (ThreadStoreException e) {
            LOG.error("thread {} could not save its next turn", thread.id(), e);
        }
    }
}
