package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.protocol.v2.thread.ThreadGoal;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A running turn's way to the goal that its thread's owner keeps. */
final class TurnGoals implements GoalDesk {
    private final ThreadActor actor;
    private final RunningTurn turn;
    private final ThreadContext context;
    private final GoalProgress progress;

    TurnGoals(ThreadActor actor, RunningTurn turn, ThreadContext context, GoalProgress progress) {
        this.actor = actor;
        this.turn = turn;
        this.context = context;
        this.progress = progress;
    }

    @Override
    public @Nullable ThreadGoal goal() {
        return actor.call(LoadedThread::goal);
    }

    @Override
    public ThreadGoal create(String objective, @Nullable Long tokenBudget) throws ToolFailure {
        var tokens = spent();
        return changed(thread -> progress.create(thread, turn, tokens, objective, tokenBudget));
    }

    @Override
    public ThreadGoal update(ThreadGoalStatus status) throws ToolFailure {
        var tokens = spent();
        return changed(thread -> progress.update(thread, turn, tokens, status));
    }

    @Override
    public void count() {
        var tokens = spent();
        actor.call(thread -> {
            progress.count(thread, turn, tokens);
            return true;
        });
    }

    private ThreadGoal changed(Function<LoadedThread, ThreadGoal> change) throws ToolFailure {
        try {
            return Objects.requireNonNull(actor.call(change::apply));
        } catch (RequestException e) {
            throw new ToolFailure(String.valueOf(e.getMessage()));
        }
    }

    /** Read where the turn waits for its tools, or runs itself. */
    private long spent() {
        return GoalMeter.tokens(context.usage());
    }
}
