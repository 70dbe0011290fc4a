package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.UserShell;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.rollout.line.ResponseItem;
import java.time.Clock;
import java.util.List;

/** Runs turns. Has no state of its own: one engine serves all threads. */
public final class TurnEngine {
    private static final String INTERRUPTED = "interrupted";

    private final ModelClient model;
    private final ToolRegistry tools;
    private final UserShell shell;
    private final Clock clock;
    private final Retries retries;

    /** @param sleeper waits between attempts to reach the model */
    public TurnEngine(
            ModelClient model,
            ToolRegistry tools,
            UserShell shell,
            Clock clock,
            Backoff backoff,
            Backoff.Sleeper sleeper) {
        this.model = model;
        this.tools = tools;
        this.shell = shell;
        this.clock = clock;
        this.retries = new Retries(backoff, sleeper);
    }

    /**
     * Does what the task asks, on the calling thread, which should be virtual and must not be the thread's owner. An
     * interrupt of that thread ends it early.
     *
     * @return how it ended; everything before the end is then stored and shown
     */
    public TurnOutcome run(TurnTask task, TurnHost host) {
        var turn = new TurnScope(task, host, clock);
        try {
            return run(turn, task.input());
        } catch (ModelException e) {
            return new TurnOutcome.Failed(new TurnError(e.text(), e.info(), null), turn.timeToFirstTokenMs());
        } catch (TurnCancelled | InterruptedException e) {
            return new TurnOutcome.Interrupted(INTERRUPTED);
        }
    }

    private TurnOutcome run(TurnScope turn, TurnInput input)
            throws ModelException, TurnCancelled, InterruptedException {
        var sampler = new Sampler(model, tools, retries);
        var compaction = new Compaction(model, retries);
        return switch (input) {
            case TurnInput.User user -> new UserTurn(turn, sampler, compaction, tools).run(user);
            case TurnInput.Goal goal -> new UserTurn(turn, sampler, compaction, tools).run(goal);
            case TurnInput.Compact _ -> {
                compaction.run(turn, false);
                yield new TurnOutcome.Completed(null, null);
            }
            case TurnInput.Review review -> new ReviewTurn(turn, sampler).run(review.target());
            case TurnInput.UserShell command -> {
                var said = shell.run(command.command(), turn);
                turn.context().append(said);
                turn.commit(List.of(new ResponseItem(said)), List.of());
                yield new TurnOutcome.Completed(null, null);
            }
        };
    }
}
