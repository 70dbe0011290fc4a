package dev.bobbin.appserver.tool;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.rollout.line.RolloutItem;
import java.time.Clock;
import java.util.List;

/** What a tool is given: whose turn it is, and the ways to store, to show and to ask. Safe for use from many threads. */
public interface ToolContext {
    String threadId();

    String turnId();

    TurnSettings settings();

    Clock clock();

    /** What the thread is to achieve. */
    GoalDesk goals();

    /** Stores the lines, then shows the notifications, in order; on return the lines are with the operating system. */
    void commit(List<RolloutItem> lines, List<EncodedNotification> notes);

    /** Shows something that is not stored, such as a piece of output, in order with what is committed. */
    void delta(EncodedNotification note);

    /**
     * Asks the client and waits for the answer, however long it takes; the question survives a client that comes back.
     *
     * @throws AskRefused if no usable answer came
     * @throws InterruptedException if the turn was interrupted meanwhile
     */
    <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws AskRefused, InterruptedException;
}
