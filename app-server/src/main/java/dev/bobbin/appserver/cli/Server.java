package dev.bobbin.appserver.cli;

/** Runs a server in this process. */
@FunctionalInterface
public interface Server {
    /**
     * Serves until the client ends its input or, where it listens, until the process is asked to end.
     *
     * @return the process's exit code
     */
    int serve(ServerArguments arguments);
}
