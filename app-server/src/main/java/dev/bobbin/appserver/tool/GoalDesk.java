package dev.bobbin.appserver.tool;

import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import org.jspecify.annotations.Nullable;

/**
 * A running turn's way to what its thread is to achieve. Whatever changes the goal is stored, and shown to every client, on
 * return. To be used when the model's answer is whole, so that all it cost is counted.
 */
public interface GoalDesk {
    /** The feature under which threads have goals. */
    String FEATURE = "goals";

    /** The goal; null if the thread has none. */
    @Nullable
    ThreadGoal goal();

    /**
     * Gives the thread a goal.
     *
     * @param tokenBudget null for no limit
     * @throws ToolFailure if it has one already, or the new one is no good
     */
    ThreadGoal create(String objective, @Nullable Long tokenBudget) throws ToolFailure;

    /**
     * Counts what was spent so far, then says how the goal stands.
     *
     * @throws ToolFailure if there is no goal
     */
    ThreadGoal update(ThreadGoalStatus status) throws ToolFailure;

    /** Counts what was spent since the last time. */
    void count();

    /** Where no goal is to be had. */
    static GoalDesk none() {
        return new GoalDesk() {
            @Override
            public @Nullable ThreadGoal goal() {
                return null;
            }

            @Override
            public ThreadGoal create(String objective, @Nullable Long tokenBudget) throws ToolFailure {
                throw new ToolFailure("goals are not available here");
            }

            @Override
            public ThreadGoal update(ThreadGoalStatus status) throws ToolFailure {
                throw new ToolFailure("goals are not available here");
            }

            @Override
            public void count() {}
        };
    }
}
