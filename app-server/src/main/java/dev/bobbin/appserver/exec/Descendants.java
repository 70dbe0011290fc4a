package dev.bobbin.appserver.exec;

/**
 * What this process started, and what that started: the last thing that a server ends which ran out of time to do it properly.
 */
public final class Descendants {
    private Descendants() {}

    /**
     * Kills the groups that they lead, as all commands, terminals and tool servers do. What leads none is not the
     * server's: the launcher leaves it the process that makes the AOT cache. Does nothing where there are none, which is
     * usual.
     */
    public static void kill() {
        ProcessHandle.current().descendants().forEach(process -> ProcessGroups.kill(process.pid()));
    }
}
