package dev.bobbin.tests.story;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The machine that tests of the sandbox run on. */
final class Bubblewrap {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Bubblewrap() {}

    /** Whether commands can be fenced here. */
    static boolean works() {
        try {
            var probe = new ProcessBuilder("bwrap", "--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether any process has this in its command line. */
    static boolean isRunning(String commandLine) {
        return ProcessHandle.allProcesses()
                .anyMatch(process ->
                        process.info().commandLine().orElse("").contains(Objects.requireNonNull(commandLine)));
    }

    /** Waits for every process with this in its command line to end. */
    static void awaitGone(String commandLine) throws Exception {
        for (var process : ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(commandLine))
                .toList()) {
            try {
                process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("still runs: " + process.info(), e);
            }
        }
    }
}
