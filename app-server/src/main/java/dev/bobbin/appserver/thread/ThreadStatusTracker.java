package dev.bobbin.appserver.thread;

import dev.bobbin.protocol.v2.thread.ThreadActiveFlag;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The status of one loaded thread, from a few facts: a turn runs, requests to the client are open, the last turn failed.
 *
 * <p>Each change answers with the new status if it differs from the one before, and with nothing otherwise, so that a
 * client hears of every change once. Used by the thread's owner only, but for {@link #status}.
 */
final class ThreadStatusTracker {
    private boolean running;
    private boolean systemError;
    private int openApprovals;
    private int openQuestions;
    // Written by the owner, read by anyone who shows the thread.
    private volatile ThreadStatus announced = new ThreadStatus.Idle();

    ThreadStatus status() {
        return announced;
    }

    boolean isActive() {
        return announced instanceof ThreadStatus.Active;
    }

    Optional<ThreadStatus> turnStarted() {
        running = true;
        systemError = false;
        return changed();
    }

    /** The turn completed or was interrupted: whatever it asked is moot. */
    Optional<ThreadStatus> turnEnded() {
        running = false;
        openApprovals = 0;
        openQuestions = 0;
        return changed();
    }

    /** The turn failed. The thread stays in {@code systemError} until its next turn starts. */
    Optional<ThreadStatus> turnFailed() {
        systemError = true;
        return turnEnded();
    }

    Optional<ThreadStatus> approvalAsked() {
        openApprovals++;
        return changed();
    }

    Optional<ThreadStatus> approvalAnswered() {
        openApprovals = Math.max(0, openApprovals - 1);
        return changed();
    }

    Optional<ThreadStatus> questionAsked() {
        openQuestions++;
        return changed();
    }

    Optional<ThreadStatus> questionAnswered() {
        openQuestions = Math.max(0, openQuestions - 1);
        return changed();
    }

    private Optional<ThreadStatus> changed() {
        var now = current();
        if (isSame(now, announced)) {
            return Optional.empty();
        }
        announced = now;
        return Optional.of(now);
    }

    private static boolean isSame(ThreadStatus a, ThreadStatus b) {
        if (a instanceof ThreadStatus.Active one && b instanceof ThreadStatus.Active other) {
            return one.activeFlags().equals(other.activeFlags());
        }
        return a.getClass() == b.getClass();
    }

    private ThreadStatus current() {
        if (running || openApprovals > 0 || openQuestions > 0) {
            var flags = new ArrayList<ThreadActiveFlag>(2);
            if (openApprovals > 0) {
                flags.add(ThreadActiveFlag.WAITING_ON_APPROVAL);
            }
            if (openQuestions > 0) {
                flags.add(ThreadActiveFlag.WAITING_ON_USER_INPUT);
            }
            return new ThreadStatus.Active(flags);
        }
        return systemError ? new ThreadStatus.SystemError() : new ThreadStatus.Idle();
    }
}
