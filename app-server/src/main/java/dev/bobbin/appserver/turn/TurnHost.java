package dev.bobbin.appserver.turn;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ThreadContext;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.List;

/**
 * What a running turn sees of its thread. Implemented by the thread's owner; called from the turn's thread and, but for
 * {@link #context} and the steered input, from the threads of its tools.
 */
public interface TurnHost {
    /** The conversation. The turn owns it until it has ended. */
    ThreadContext context();

    /**
     * Stores the lines, then shows the notifications, both in order. On return the lines are with the operating system,
     * unless writing failed, which is the owner's to report and to repair.
     *
     * <p>Also works while the calling thread is interrupted, and leaves it so.
     */
    void commit(List<RolloutItem> lines, List<EncodedNotification> notes);

    /** Shows something that is not stored, in order with what is committed. */
    void deltas(EncodedNotification note);

    /** What the thread is to achieve. */
    GoalDesk goals();

    /** What came to steer the turn since the last call, oldest first. */
    List<SteeredInput> takeSteered();

    /**
     * The same at the turn's end: when there is nothing, the turn can be steered no more, so that no input is lost
     * between this call and the end.
     */
    List<SteeredInput> takeSteeredOrClose();

    /**
     * Asks the client and waits for the answer. The thread's status shows that it waits.
     *
     * @throws AskRefused if no usable answer came
     * @throws InterruptedException if the turn was interrupted meanwhile; the question is then withdrawn
     */
    <P, R> R ask(Method<P, R> method, P params, AskKind kind) throws AskRefused, InterruptedException;
}
