package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.appserver.tool.UserShell;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs turns. Knows nothing of threads: one engine serves all threads. */
public final class TurnEngine {
    private static final String INTERRUPTED = "interrupted";

    private final ModelClient model;
    private final ToolRegistry tools;
    private final UserShell shell;
    private final Clock clock;
    private final Retries retries;
    private final AtomicBoolean prepared = new AtomicBoolean();

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
     * Has ready what the first turn would wait for, such as a client for HTTP. It is made on a thread of its own, once: call
     * this as often as a turn is likely to come.
     */
    public void prepare() {
        if (!prepared.getAndSet(true)) {
            Thread.ofVirtual().name("prepare-model").start(model::warm);
        }
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

    /**
     * Runs a command of the user's beside a turn, on the calling thread. An interrupt of that thread ends it.
     *
     * @param task the turn
     * @return what the model is to be told of it; null if it was interrupted
     */
    public @Nullable RawJson runBeside(TurnTask task, String command, TurnHost host) {
        try {
            return shell.run(command, new TurnScope(task, host, clock));
        } catch (InterruptedException e) {
            return null;
        }
    }

    private TurnOutcome run(TurnScope turn, TurnInput input)
            throws ModelException, TurnCancelled, InterruptedException {
        var sampler = new Sampler(model, tools, retries);
        var compaction = new Compaction(model, retries);
        if (input instanceof TurnInput.User user) {
            return new UserTurn(turn, sampler, compaction, tools).run(user);
        }
        if (input instanceof TurnInput.Goal goal) {
            return new UserTurn(turn, sampler, compaction, tools).run(goal);
        }
        if (input instanceof TurnInput.Review review) {
            return new ReviewTurn(turn, sampler).run(review.target());
        }
        if (input instanceof TurnInput.Compact) {
            compaction.run(turn, false);
        } else {
            var said = shell.run(((TurnInput.UserShell) input).command(), turn);
            turn.context().append(said);
            turn.commit(List.of(new ResponseItem(said)), List.of());
        }
        return new TurnOutcome.Completed(null, null);
    }
}
