package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.turn.SteeredInput;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadSettingsUpdatedNotification;
import dev.bobbin.protocol.v2.turn.TurnInterruptParams;
import dev.bobbin.protocol.v2.turn.TurnInterruptResponse;
import dev.bobbin.protocol.v2.turn.TurnRunResponse;
import dev.bobbin.protocol.v2.turn.TurnStartResponse;
import dev.bobbin.protocol.v2.turn.TurnSteerParams;
import dev.bobbin.protocol.v2.turn.TurnSteerResponse;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What clients ask of a thread's turns. Called on the thread's owner. */
final class TurnCommands {
    private final TurnLifecycle lifecycle;
    private final WorkingFolders folders;

    TurnCommands(TurnLifecycle lifecycle, WorkingFolders folders) {
        this.lifecycle = lifecycle;
        this.folders = folders;
    }

    /** Runs a command of the user's beside the running turn. */
    void runBeside(ThreadActor actor, LoadedThread thread, RunningTurn running, TurnInput.UserShell shell) {
        lifecycle.runBeside(actor, thread, running, shell);
    }

    /** An id that nothing has used yet. */
    String newTurnId() {
        return lifecycle.newTurnId();
    }

    /**
     * A turn that a client wants.
     *
     * @param change settings for this turn and those after it
     * @param outputSchema for this turn only
     */
    record Wanted(
            TurnInput.User input,
            SettingsChange change,
            @Nullable RawJson outputSchema) {}

    /** {@code turn/start}. While a turn runs, the input joins it. */
    void start(ThreadActor actor, LoadedThread thread, Wanted wanted, Reply<TurnStartResponse> reply) {
        var settings = prepare(thread, wanted.change());
        var running = thread.turn();
        var turnId = lifecycle.newTurnId();
        if (running != null) {
            running.enqueue(new RunningTurn.Waiting(steered(wanted), turnId));
            reply.ok(new TurnStartResponse(TurnViews.promised(turnId)));
            adopt(thread, settings);
            return;
        }
        begin(
                actor,
                thread,
                turnId,
                wanted,
                settings,
                _ -> reply.ok(new TurnStartResponse(TurnViews.promised(turnId))));
    }

    /** {@code turn/run}: answered when the turn has ended, or, while another runs, when that one has. */
    void run(
            ThreadActor actor,
            LoadedThread thread,
            Wanted wanted,
            @Nullable Duration timeout,
            Reply<TurnRunResponse> reply) {
        var settings = prepare(thread, wanted.change());
        var waiter = new TurnRunWaiter(reply);
        Consumer<RunningTurn> await = turn -> {
            turn.runWaiters().add(waiter);
            if (timeout != null) {
                waiter.startTimer(timeout, actor, turn);
            }
        };
        var running = thread.turn();
        if (running != null) {
            if (running.isClosed()) {
                thread.afterTurn(() -> runNext(actor, thread, wanted, timeout, reply));
                return;
            }
            running.enqueue(new RunningTurn.Waiting(steered(wanted), null));
            await.accept(running);
            adopt(thread, settings);
            return;
        }
        begin(actor, thread, lifecycle.newTurnId(), wanted, settings, await);
    }

    private void runNext(
            ThreadActor actor,
            LoadedThread thread,
            Wanted wanted,
            @Nullable Duration timeout,
            Reply<TurnRunResponse> reply) {
        try {
            run(actor, thread, wanted, timeout, reply);
        } catch (RuntimeException e) {
            reply.fail(e);
        }
    }

    private static SteeredInput steered(Wanted wanted) {
        return new SteeredInput.Said(wanted.input().input(), wanted.input().clientUserMessageId());
    }

    private TurnSettings prepare(LoadedThread thread, SettingsChange change) {
        if (thread.isClosing()) {
            throw ThreadErrors.closing(thread.id());
        }
        change.check();
        return change.applyTo(thread.settings(), folders);
    }

    private void begin(
            ThreadActor actor,
            LoadedThread thread,
            String turnId,
            Wanted wanted,
            TurnSettings settings,
            Consumer<RunningTurn> begun) {
        var before = thread.settings();
        thread.settings(settings);
        try {
            lifecycle.begin(actor, thread, turnId, wanted.input(), wanted.outputSchema(), turn -> {
                begun.accept(turn);
                announce(thread, before);
            });
        } catch (ThreadStoreException e) {
            thread.settings(before);
            throw ThreadErrors.whileWriting(e);
        }
    }

    /** Takes over settings for later turns, and tells clients if they differ from those before. */
    void adopt(LoadedThread thread, TurnSettings settings) {
        var before = thread.settings();
        thread.settings(settings);
        announce(thread, before);
    }

    private static void announce(LoadedThread thread, TurnSettings before) {
        var now = SettingsChange.view(thread.settings());
        if (!SettingsChange.looksAlike(now, SettingsChange.view(before))) {
            thread.subscriptions()
                    .tell(
                            ThreadNotifications.THREAD_SETTINGS_UPDATED,
                            new ThreadSettingsUpdatedNotification(thread.id(), now));
        }
    }

    /** {@code turn/steer}: adds to the running turn, which must be the one that the client means. */
    void steer(LoadedThread thread, TurnSteerParams params, Reply<TurnSteerResponse> reply) {
        if (params.expectedTurnId().isEmpty()) {
            throw ThreadErrors.invalid("expectedTurnId must not be empty", "invalid_request");
        }
        var running = thread.turn();
        if (running == null || running.isClosed()) {
            throw ThreadErrors.noActiveTurn("no active turn to steer");
        }
        if (!running.id().equals(params.expectedTurnId())) {
            throw ThreadErrors.wrongActiveTurn(
                    "expected active turn id `" + params.expectedTurnId() + "` but found `" + running.id() + "`",
                    running.id());
        }
        refuseUnsteerable(running.input());
        if (params.input().isEmpty()) {
            throw ThreadErrors.invalid("input must not be empty", "invalid_request");
        }
        running.enqueue(
                new RunningTurn.Waiting(new SteeredInput.Said(params.input(), params.clientUserMessageId()), null));
        reply.ok(new TurnSteerResponse(running.id()));
    }

    private static void refuseUnsteerable(TurnInput input) {
        switch (input) {
            case TurnInput.Review _ -> throw ThreadErrors.invalid("cannot steer a review turn", "turn_not_steerable");
            case TurnInput.Compact _ -> throw ThreadErrors.invalid("cannot steer a compact turn", "turn_not_steerable");
            case TurnInput.User _, TurnInput.Goal _, TurnInput.UserShell _ -> {}
        }
    }

    /** {@code turn/interrupt}: answered when the turn has stopped. Without a turn id it only asks for that. */
    void interrupt(LoadedThread thread, TurnInterruptParams params, Reply<TurnInterruptResponse> reply) {
        var running = thread.turn();
        if (params.turnId().isEmpty()) {
            thread.interrupt();
            reply.ok(new TurnInterruptResponse());
            return;
        }
        if (running == null) {
            throw ThreadErrors.noActiveTurn("no active turn to interrupt");
        }
        if (!running.isMeantBy(params.turnId())) {
            throw ThreadErrors.wrongActiveTurn(
                    "expected active turn id " + params.turnId() + " but found " + running.id(), running.id());
        }
        running.interrupters().add(reply);
        thread.interrupt();
    }

    /** Begins a turn that is not an answer to the user: a compaction, a review, a command that the user typed. */
    void begin(ThreadActor actor, LoadedThread thread, TurnInput input, Consumer<RunningTurn> begun) {
        if (thread.isClosing()) {
            throw ThreadErrors.closing(thread.id());
        }
        try {
            lifecycle.begin(actor, thread, lifecycle.newTurnId(), input, null, begun);
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileWriting(e);
        }
    }
}
