package dev.bobbin.appserver;

import dev.bobbin.appserver.exec.Descendants;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends the process by the signal that asked for it, after a last action. Clients tell from the status whether a server
 * was killed; the JVM alone would exit with 128 and the signal's number instead.
 */
final class Signals {
    private static final String HANG_UP = "HUP";
    private static final List<String> TERMINATING = List.of("TERM", "INT", HANG_UP);

    /** How long the last action may take. */
    private static final Duration LAST_ACTION = Duration.ofSeconds(1);

    private static final int EXIT_BY_SIGNAL = 128;

    private Signals() {}

    /**
     * Has {@code action} run once, before the process dies of the first signal that asks it to, and everything that it
     * started is killed.
     *
     * @return whether whoever started the process wants it to outlive them, as {@code nohup} says by having it ignore the
     *     signal that their end sends
     */
    static boolean onTermination(Runnable action) {
        var outlives = false;
        for (var name : TERMINATING) {
            var before = Signal.handle(new Signal(name), signal -> {
                runInTime(action);
                Descendants.kill();
                dieOf(signal);
            });
            outlives |= name.equals(HANG_UP) && before == SignalHandler.SIG_IGN;
        }
        return outlives;
    }

    /** Has {@code first} run on the first signal that asks the process to end, and {@code again} on each later one. */
    static void onShutdown(Runnable first, Runnable again) {
        var asked = new AtomicBoolean();
        for (var name : TERMINATING) {
            Signal.handle(new Signal(name), _ -> (asked.getAndSet(true) ? again : first).run());
        }
    }

    private static void runInTime(Runnable action) {
        try {
            Thread.ofPlatform().name("last-action").daemon().start(action).join(LAST_ACTION);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void dieOf(Signal signal) {
        try {
            Signal.handle(signal, SignalHandler.SIG_DFL);
            var linker = Linker.nativeLinker();
            var raise = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("raise"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            var _ = (int) raise.invokeExact(signal.getNumber());
        } catch (Throwable e) {
            Runtime.getRuntime().halt(EXIT_BY_SIGNAL + signal.getNumber());
        }
    }
}
