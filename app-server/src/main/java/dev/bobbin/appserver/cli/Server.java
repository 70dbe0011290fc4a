package dev.bobbin.appserver.cli;

/** Runs a server on the process's stdin and stdout. */
@FunctionalInterface
public interface Server {
    /**
     * Serves until the client ends its input.
     *
     * @return the process's exit code
     */
    int serve(ServerArguments arguments);
}
