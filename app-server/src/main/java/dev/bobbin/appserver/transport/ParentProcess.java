package dev.bobbin.appserver.transport;

/**
 * The process that started this one, as the system says. When it ends, the system gives its children to another one,
 * which is how a server learns of its client's end although somebody else holds the client's pipes open.
 */
final class ParentProcess {
    /** The first process, which takes the children of those that ended; its end is everybody's. */
    private static final long FIRST = 1;

    /** The parent is out of sight, or it cannot be found out, as when there are no descriptors left to do so. */
    private static final long UNKNOWN = 0;

    private final long pid;

    private ParentProcess(long pid) {
        this.pid = pid;
    }

    /** The parent there is now, perhaps one that took over already. */
    static ParentProcess now() {
        return new ParentProcess(currentPid());
    }

    /** Whether it ended. Never true of the first process, nor where the parent is out of sight, as for a container's. */
    boolean isGone() {
        if (pid <= FIRST) {
            return false;
        }
        var now = currentPid();
        return now == UNKNOWN ? isOutOfSight() : now != pid;
    }

    /** Where processes of other users are hidden, the one that took over is too. We ourselves never are. */
    private boolean isOutOfSight() {
        var self = ProcessHandle.current().pid();
        return isSeen(self) && currentPid() == UNKNOWN && !isSeen(pid) && isSeen(self);
    }

    private static boolean isSeen(long process) {
        return ProcessHandle.of(process).isPresent();
    }

    private static long currentPid() {
        var parent = ProcessHandle.current().parent();
        return parent.isPresent() ? parent.get().pid() : UNKNOWN;
    }
}
