package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.GoalTexts;
import dev.bobbin.appserver.turn.TurnOutcome;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.threadstore.ThreadStoreException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What turns do to a thread's goal: they spend on it, reach it, and run against its limits. Each change is stored before
 * clients are told. Called on the thread's owner.
 */
final class GoalProgress {
    private static final Logger LOG = LoggerFactory.getLogger(GoalProgress.class);

    private final Goals goals;
    private final Clock clock;

    GoalProgress(Goals goals, Clock clock) {
        this.goals = goals;
        this.clock = clock;
    }

    /** What a turn spends counts from its beginning if there is a goal to be worked on. */
    void turnBegan(LoadedThread thread, RunningTurn turn) {
        var tokens = GoalMeter.tokens(thread.context().usage());
        turn.meter().note(tokens);
        if (isWorkedOn(thread.goal())) {
            turn.meter().start(tokens, clock.instant());
        }
    }

    /** Counts what the turn has spent; when that uses the budget up, the model is told to come to an end. */
    void count(LoadedThread thread, RunningTurn turn, long tokens) {
        var before = thread.goal();
        if (count(thread, turn, tokens, true)
                && before != null
                && before.status() == ThreadGoalStatus.ACTIVE
                && thread.goal() instanceof ThreadGoal now
                && now.status() == ThreadGoalStatus.BUDGET_LIMITED) {
            turn.tell(GoalTexts.budgetSpent(now));
        }
    }

    /** @return whether anything was counted */
    private boolean count(LoadedThread thread, RunningTurn turn, long tokens, boolean shown) {
        var spent = turn.meter().read(tokens, clock.instant());
        var goal = thread.goal();
        if (goal == null || spent.isNothing()) {
            return false;
        }
        var counted = goals.spent(goal, spent);
        if (shown) {
            goals.store(thread, turn.id(), counted);
        } else {
            thread.goal(counted);
        }
        return true;
    }

    /** {@code create_goal} */
    ThreadGoal create(LoadedThread thread, RunningTurn turn, long tokens, String objective, @Nullable Long budget) {
        if (thread.goal() != null) {
            throw ThreadErrors.invalid(
                    "cannot create a new goal because this thread already has a goal; use update_goal only when the"
                            + " existing goal is complete",
                    "goal_exists");
        }
        var goal = goals.created(thread.id(), objective, budget);
        goals.storeFirst(thread, turn.id(), goal);
        turn.meter().start(tokens, clock.instant());
        return goal;
    }

    /** {@code update_goal} */
    ThreadGoal update(LoadedThread thread, RunningTurn turn, long tokens, ThreadGoalStatus status) {
        if (thread.goal() != null) {
            count(thread, turn, tokens, true);
        }
        var goal = goals.withStatus(thread.id(), thread.goal(), status);
        goals.store(thread, turn.id(), goal);
        turn.meter().stop();
        return goal;
    }

    /** A client is about to change the goal: what was spent until now counts towards it as it was. */
    void beforeChange(LoadedThread thread) {
        var turn = thread.turn();
        if (turn != null) {
            count(thread, turn, turn.meter().seen(), false);
        }
    }

    /** A client has changed the goal. A running turn that was about another objective is told. */
    void changed(LoadedThread thread, @Nullable ThreadGoal before) {
        thread.pace().recovered();
        var turn = thread.turn();
        if (turn == null) {
            return;
        }
        var now = thread.goal();
        if (!isWorkedOn(now)) {
            turn.meter().stop();
        } else if (!turn.meter().isCounting()) {
            turn.meter().start(turn.meter().seen(), clock.instant());
        }
        if (now != null
                && before != null
                && now.status() == ThreadGoalStatus.ACTIVE
                && !now.objective().equals(before.objective())) {
            turn.tell(GoalTexts.otherObjective(now));
        }
    }

    /** A turn is about to end: what it spent is counted, and a failure may stop the work. */
    void turnEnds(LoadedThread thread, RunningTurn turn, TurnOutcome outcome) {
        try {
            var stopped = stoppedBy(thread, outcome);
            count(thread, turn, GoalMeter.tokens(thread.context().usage()), stopped == null);
            turn.meter().stop();
            var goal = thread.goal();
            if (stopped != null && goal != null && isWorkedOn(goal)) {
                var isActive = goal.status() == ThreadGoalStatus.ACTIVE;
                goals.store(thread, turn.id(), isActive ? goals.withStatus(thread.id(), goal, stopped) : goal);
            }
        } catch (ThreadStoreException e) {
            LOG.error("the progress of thread {} could not be saved", thread.id(), e);
        }
    }

    private static @Nullable ThreadGoalStatus stoppedBy(LoadedThread thread, TurnOutcome outcome) {
        if (outcome instanceof TurnOutcome.Completed) {
            thread.pace().recovered();
            return null;
        }
        if (outcome instanceof TurnOutcome.Interrupted) {
            return null;
        }
        thread.pace().failed();
        if (((TurnOutcome.Failed) outcome).error().codexErrorInfo() instanceof CodexErrorInfo.UsageLimitExceeded) {
            return ThreadGoalStatus.USAGE_LIMITED;
        }
        return thread.pace().isHopeless() ? ThreadGoalStatus.BLOCKED : null;
    }

    /** What is spent on a goal beyond its budget is still counted. */
    private static boolean isWorkedOn(@Nullable ThreadGoal goal) {
        return goal != null
                && switch (goal.status()) {
                    case ACTIVE, BUDGET_LIMITED -> true;
                    case PAUSED, BLOCKED, USAGE_LIMITED, COMPLETE -> false;
                };
    }
}
