package dev.bobbin.appserver.transport;

/**
 * The process that started this one, as the system says. When it ends, the system gives its children to another one,
 * which is how a server learns of its client's end although somebody else holds the client's pipes open.
 */
final class ParentProcess {
    /** The first process, which takes the children of those that ended; its end is everybody's. */
    private static final long FIRST = 1;

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
        return pid > FIRST && currentPid() != pid;
    }

    private static long currentPid() {
        var parent = ProcessHandle.current().parent();
        return parent.isPresent() ? parent.get().pid() : 0;
    }
}
