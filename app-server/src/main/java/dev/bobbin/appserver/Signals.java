package dev.bobbin.appserver;

import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends the process by the signal that asked for it, after a last action. Clients tell from the status whether a server
 * was killed; the JVM alone would exit with 128 and the signal's number instead.
 */
final class Signals {
    private static final List<String> TERMINATING = List.of("TERM", "INT", "HUP");

    private Signals() {}

    /** Has {@code action} run once, before the process dies of the first signal that asks it to. */
    static void onTermination(Runnable action) {
        for (var name : TERMINATING) {
            Signal.handle(new Signal(name), signal -> {
                action.run();
                Signal.handle(signal, SignalHandler.SIG_DFL);
                Signal.raise(signal);
            });
        }
    }
}
