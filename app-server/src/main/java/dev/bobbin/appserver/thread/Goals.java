package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearedNotification;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import dev.bobbin.protocol.v2.thread.ThreadGoalUpdatedNotification;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.RawJson;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a thread is to achieve. The goal lies in the thread's history as a record of our own, {@code {threadId, goal}}, where
 * a null goal means that it was given up; a copy in a fork speaks of another thread and does not count.
 */
final class Goals {
    /** The type of the record. */
    static final String RECORD = "bobbin_goal";

    private static final int MAX_OBJECTIVE_CHARS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Goals.class);

    private final Clock clock;
    private final Everyone everyone;

    Goals(Clock clock, Everyone everyone) {
        this.clock = clock;
        this.everyone = everyone;
    }

    /** The goal in a record of the thread's history; null if it has none. */
    static @Nullable ThreadGoal read(String threadId, @Nullable RawJson record) {
        if (record == null) {
            return null;
        }
        var tree = record.tree();
        if (!tree.path("threadId").asText().equals(threadId)
                || !tree.path("goal").isObject()) {
            return null;
        }
        try {
            return WireJson.decode(tree.path("goal"), ThreadGoal.class);
        } catch (InvalidParamsException e) {
            LOG.warn("the goal of thread {} cannot be understood: {}", threadId, e.getMessage());
            return null;
        }
    }

    /** The goal after a change that a client asks for. */
    ThreadGoal changed(String threadId, @Nullable ThreadGoal before, ThreadGoalSetParams asked) {
        var objective = asked.objective() == null ? null : asked.objective().strip();
        if (objective == null && before == null) {
            throw ThreadErrors.invalid("cannot update goal for thread " + threadId + ": no goal exists", "no_goal");
        }
        if (objective != null && objective.isEmpty()) {
            throw ThreadErrors.invalid("goal objective must not be empty", "invalid_goal");
        }
        if (objective != null && objective.codePointCount(0, objective.length()) > MAX_OBJECTIVE_CHARS) {
            throw ThreadErrors.invalid(
                    "goal objective must be at most " + MAX_OBJECTIVE_CHARS + " characters", "invalid_goal");
        }
        if (asked.tokenBudget() instanceof Patch.Set<Long> budget && budget.value() <= 0) {
            throw ThreadErrors.invalid("goal budgets must be positive when provided", "invalid_goal");
        }
        return merged(threadId, objective, before, asked);
    }

    private ThreadGoal merged(
            String threadId, @Nullable String objective, @Nullable ThreadGoal before, ThreadGoalSetParams asked) {
        long now = clock.instant().getEpochSecond();
        var status = asked.status();
        if (before == null) {
            return new ThreadGoal(
                    threadId,
                    objective == null ? "" : objective,
                    status == null ? ThreadGoalStatus.ACTIVE : status,
                    asked.tokenBudget().applyTo(null),
                    0,
                    0,
                    now,
                    now);
        }
        return new ThreadGoal(
                threadId,
                objective == null ? before.objective() : objective,
                status == null ? before.status() : status,
                asked.tokenBudget().applyTo(before.tokenBudget()),
                before.tokensUsed(),
                before.timeUsedSeconds(),
                before.createdAt(),
                now);
    }

    /** The line that brings a goal, or its absence, back after a restart. */
    static BobbinRecord record(String threadId, @Nullable ThreadGoal goal) {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("threadId", threadId);
        payload.set("goal", goal == null ? null : WireJson.toTree(goal));
        return new BobbinRecord(RECORD, RawJson.of(payload));
    }

    /** Tells every client what the thread's goal is, or that it has none. Ephemeral threads have none to speak of. */
    void announce(LoadedThread thread) {
        if (!thread.settings().config().features().enabled("goals") || thread.ephemeral()) {
            return;
        }
        announce(thread, thread.goal());
    }

    void announce(LoadedThread thread, @Nullable ThreadGoal goal) {
        announce(thread.id(), goal);
    }

    /** As {@link #announce(LoadedThread)}, of a thread that need not be loaded. */
    void announce(String threadId, @Nullable ThreadGoal goal) {
        everyone.send(
                goal == null
                        ? EncodedNotification.of(
                                ThreadNotifications.THREAD_GOAL_CLEARED, new ThreadGoalClearedNotification(threadId))
                        : EncodedNotification.of(
                                ThreadNotifications.THREAD_GOAL_UPDATED,
                                new ThreadGoalUpdatedNotification(threadId, null, goal)));
    }
}
