package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearResponse;
import dev.bobbin.protocol.v2.thread.ThreadGoalGetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalGetResponse;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetResponse;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sets, reads and clears what a thread is to achieve, whether it is loaded or not. A loaded thread that is idle begins to work on
 * an active goal at once.
 */
public final class ThreadGoals {
    private final ThreadServices services;
    private final Goals goals;
    private final GoalProgress progress;
    private final TurnLifecycle lifecycle;
    private final ThreadManager threads;

    ThreadGoals(
            ThreadServices services,
            Goals goals,
            GoalProgress progress,
            TurnLifecycle lifecycle,
            ThreadManager threads) {
        this.services = services;
        this.goals = goals;
        this.progress = progress;
        this.lifecycle = lifecycle;
        this.threads = threads;
    }

    /** {@code thread/goal/set} */
    public void set(ThreadGoalSetParams params, RequestContext client, Reply<ThreadGoalSetResponse> reply) {
        refuseIfOff();
        var threadId = Sources.threadId(params.threadId());
        var actor = threads.find(threadId);
        if (actor == null) {
            var goal = changeStored(threadId, before -> goals.changed(threadId, before, params));
            reply.ok(new ThreadGoalSetResponse(Objects.requireNonNull(goal)));
            goals.announce(threadId, goal);
            return;
        }
        actor.request(reply, (thread, answer) -> {
            refuseEphemeral(thread);
            wake(thread);
            progress.beforeChange(thread);
            var before = thread.goal();
            var goal = goals.changed(thread.id(), before, params);
            write(thread, goal);
            answer.ok(new ThreadGoalSetResponse(goal));
            goals.announce(thread.id(), goal);
            progress.changed(thread, before);
            lifecycle.pursueGoal(actor, thread);
        });
    }

    /** {@code thread/goal/get} */
    public void get(ThreadGoalGetParams params, RequestContext client, Reply<ThreadGoalGetResponse> reply) {
        refuseIfOff();
        var threadId = Sources.threadId(params.threadId());
        var actor = threads.find(threadId);
        if (actor == null) {
            reply.ok(new ThreadGoalGetResponse(stored(threadId)));
            return;
        }
        actor.request(reply, (thread, answer) -> {
            refuseEphemeral(thread);
            answer.ok(new ThreadGoalGetResponse(thread.goal()));
        });
    }

    /** {@code thread/goal/clear} */
    public void clear(ThreadGoalClearParams params, RequestContext client, Reply<ThreadGoalClearResponse> reply) {
        refuseIfOff();
        var threadId = Sources.threadId(params.threadId());
        var actor = threads.find(threadId);
        if (actor == null) {
            clearStored(threadId, reply);
            return;
        }
        actor.request(reply, (thread, answer) -> {
            refuseEphemeral(thread);
            wake(thread);
            var before = thread.goal();
            if (before == null) {
                answer.ok(new ThreadGoalClearResponse(false));
                return;
            }
            write(thread, null);
            answer.ok(new ThreadGoalClearResponse(true));
            goals.announce(thread.id(), null);
            progress.changed(thread, before);
        });
    }

    private static void wake(LoadedThread thread) {
        try {
            thread.wake();
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileWriting(e);
        }
    }

    private static void write(LoadedThread thread, @Nullable ThreadGoal goal) {
        try {
            thread.journal().write(List.of(Goals.record(thread.id(), goal)));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileWriting(e);
        }
        thread.goal(goal);
    }

    private void clearStored(String threadId, Reply<ThreadGoalClearResponse> reply) {
        var had = stored(threadId) != null;
        if (had) {
            changeStored(threadId, _ -> null);
        }
        reply.ok(new ThreadGoalClearResponse(had));
        if (had) {
            goals.announce(threadId, null);
        }
    }

    private @Nullable ThreadGoal stored(String threadId) {
        try {
            var replay = HistoryReplay.ofGoal();
            services.store()
                    .readHistory(new ReadHistory(threadId, read(threadId).rolloutPath(), false), replay);
            return Goals.read(threadId, replay.goal());
        } catch (ThreadStoreException e) {
            throw ThreadErrors.notFound(threadId);
        }
    }

    /** Opens the thread's history for one line. */
    private @Nullable ThreadGoal changeStored(String threadId, UnaryOperator<@Nullable ThreadGoal> change) {
        var replay = HistoryReplay.ofGoal();
        try (var live = open(threadId, replay)) {
            live.commit();
            var goal = change.apply(Goals.read(threadId, replay.goal()));
            live.append(List.of(Goals.record(threadId, goal)));
            return goal;
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileWriting(e);
        }
    }

    private LiveThread open(String threadId, HistoryReplay replay) {
        var path = read(threadId).rolloutPath();
        return LiveThread.resume(services.store(), new ResumeThread(threadId, path, false), services.clock(), replay);
    }

    private StoredThread read(String threadId) {
        try {
            return services.store().readThread(new ReadThread(threadId, false));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.notFound(threadId);
        }
    }

    private void refuseIfOff() {
        try {
            var config = services.configs()
                    .load(
                            JsonNodeFactory.instance.objectNode(),
                            services.folders().processCwd());
            if (!config.features().enabled(GoalDesk.FEATURE)) {
                throw ThreadErrors.invalid("goals feature is disabled", "feature_disabled");
            }
        } catch (ConfigException e) {
            throw ThreadErrors.invalid(String.valueOf(e.getMessage()), "invalid_configuration");
        }
    }

    private static void refuseEphemeral(LoadedThread thread) {
        if (thread.ephemeral()) {
            throw ThreadErrors.ephemeralGoals(thread.id());
        }
    }
}
