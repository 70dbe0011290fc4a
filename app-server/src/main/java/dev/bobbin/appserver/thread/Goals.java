package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalClearedNotification;
import dev.bobbin.protocol.v2.thread.ThreadGoalSetParams;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import dev.bobbin.protocol.v2.thread.ThreadGoalUpdatedNotification;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a thread is to achieve: how a goal may change, and how it is stored. It lies in the thread's history as a record of our
 * own, {@code {threadId, goal}}, where a null goal means that it was given up, followed by the peer's lines that say how far
 * turns have come with it. Those lines alone do not count, because the peer does not write there that a goal was given up; nor
 * does a copy in a fork, which speaks of another thread.
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
            throw none(threadId);
        }
        check(objective, asked.tokenBudget().applyTo(null));
        var now = before == null ? fresh(threadId, String.valueOf(objective), null) : before;
        var budget = asked.tokenBudget().applyTo(now.tokenBudget());
        return new ThreadGoal(
                threadId,
                objective == null ? now.objective() : objective,
                standing(now, asked.status() == null ? now.status() : asked.status(), budget),
                budget,
                now.tokensUsed(),
                now.timeUsedSeconds(),
                now.createdAt(),
                seconds());
    }

    /** A goal that the model sets. */
    ThreadGoal created(String threadId, String objective, @Nullable Long tokenBudget) {
        var stripped = objective.strip();
        check(stripped, tokenBudget);
        return fresh(threadId, stripped, tokenBudget);
    }

    /** The goal when it is said to stand otherwise. */
    ThreadGoal withStatus(String threadId, @Nullable ThreadGoal before, ThreadGoalStatus status) {
        if (before == null) {
            throw none(threadId);
        }
        return with(before, status, before.tokensUsed(), before.timeUsedSeconds());
    }

    /** The goal when more was spent on it, which may use its budget up. */
    ThreadGoal spent(ThreadGoal before, GoalMeter.Spent more) {
        long tokens = before.tokensUsed() + more.tokens();
        var isOver = before.status() == ThreadGoalStatus.ACTIVE && isSpent(tokens, before.tokenBudget());
        var status = isOver ? ThreadGoalStatus.BUDGET_LIMITED : before.status();
        return with(before, status, tokens, before.timeUsedSeconds() + more.seconds());
    }

    private ThreadGoal fresh(String threadId, String objective, @Nullable Long tokenBudget) {
        long now = seconds();
        return new ThreadGoal(threadId, objective, ThreadGoalStatus.ACTIVE, tokenBudget, 0, 0, now, now);
    }

    private ThreadGoal with(ThreadGoal goal, ThreadGoalStatus status, long tokens, long timeUsedSeconds) {
        return new ThreadGoal(
                goal.threadId(),
                goal.objective(),
                status,
                goal.tokenBudget(),
                tokens,
                timeUsedSeconds,
                goal.createdAt(),
                seconds());
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }

    private static void check(@Nullable String objective, @Nullable Long tokenBudget) {
        if (objective != null && objective.isEmpty()) {
            throw ThreadErrors.invalid("goal objective must not be empty", "invalid_goal");
        }
        if (objective != null && objective.codePointCount(0, objective.length()) > MAX_OBJECTIVE_CHARS) {
            throw ThreadErrors.invalid(
                    "goal objective must be at most " + MAX_OBJECTIVE_CHARS + " characters", "invalid_goal");
        }
        if (tokenBudget != null && tokenBudget <= 0) {
            throw ThreadErrors.invalid("goal budgets must be positive when provided", "invalid_goal");
        }
    }

    /** A goal without budget left does not become active, and one that is limited so cannot be paused on top of it. */
    private static ThreadGoalStatus standing(ThreadGoal now, ThreadGoalStatus asked, @Nullable Long budget) {
        var isLimited = now.status() == ThreadGoalStatus.BUDGET_LIMITED;
        return switch (asked) {
            case ACTIVE -> isSpent(now.tokensUsed(), budget) ? ThreadGoalStatus.BUDGET_LIMITED : asked;
            case PAUSED, BLOCKED -> isLimited ? ThreadGoalStatus.BUDGET_LIMITED : asked;
            case USAGE_LIMITED, BUDGET_LIMITED, COMPLETE -> asked;
        };
    }

    private static boolean isSpent(long tokensUsed, @Nullable Long budget) {
        return budget != null && tokensUsed >= budget;
    }

    private static RequestException none(String threadId) {
        return ThreadErrors.invalid("cannot update goal for thread " + threadId + ": no goal exists", "no_goal");
    }

    /** Stores what a turn has made of the goal, then tells every client. */
    void store(LoadedThread thread, String turnId, ThreadGoal goal) {
        store(thread, turnId, goal, List.of(event(turnId, goal)));
    }

    /** The same for a goal that the thread had none of before. */
    void storeFirst(LoadedThread thread, String turnId, ThreadGoal goal) {
        store(thread, turnId, goal, List.of(record(goal.threadId(), goal), event(turnId, goal)));
    }

    private static void store(LoadedThread thread, String turnId, ThreadGoal goal, List<RolloutItem> lines) {
        thread.journal().write(lines);
        thread.goal(goal);
        thread.subscriptions()
                .tellEveryone(
                        ThreadNotifications.THREAD_GOAL_UPDATED,
                        new ThreadGoalUpdatedNotification(thread.id(), turnId, goal));
    }

    /** The peer's line for the same; it leaves out a budget that there is not. */
    private static RolloutItem event(String turnId, ThreadGoal goal) {
        var tree = WireJson.toTree(goal);
        if (goal.tokenBudget() == null && tree instanceof ObjectNode fields) {
            fields.remove("tokenBudget");
        }
        return new RolloutEvent.ThreadGoalUpdated(goal.threadId(), turnId, RawJson.of(tree));
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
        if (!thread.settings().config().features().enabled(GoalDesk.FEATURE) || thread.ephemeral()) {
            return;
        }
        announce(thread.id(), thread.goal());
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
