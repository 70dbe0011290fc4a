package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.exec.CommandProcess;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.exec.OutputSink;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.protocol.v2.item.CommandExecutionStatus;
import dev.bobbin.protocol.v2.item.ThreadItem;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs, and may go on after the call that started it. While a call holds it, the call decides when the item
 * ends; once let go, the item ends with the command. Safe for use from many threads.
 */
final class Terminal implements OutputSink {
    private static final int KILLED = -1;

    private final int id;
    private final CommandItem item;
    private final CommandExecutionSource source;
    private final OutputLog all = new OutputLog();
    private final OutputLog unread = new OutputLog();
    private final DeltaPump deltas;
    private final long startedNanos = System.nanoTime();
    private final Runnable onEnd;
    private CommandProcess process;

    // Guarded by this.
    private boolean isHeld = true;

    // Guarded by this.
    private boolean hasEnded;

    // Guarded by this.
    private boolean isTold;

    // The exit code where the command was ended from here.
    private volatile @Nullable Integer forcedExitCode;

    @SuppressWarnings("NullAway.Init") // The process needs the sink that this is; it is set before anyone sees this.
    private Terminal(int id, CommandItem item, CommandExecutionSource source, Runnable onEnd) {
        this.id = id;
        this.item = item;
        this.source = source;
        this.onEnd = onEnd;
        this.deltas = new DeltaPump(item::printed);
    }

    /**
     * Starts a command.
     *
     * @param onEnd runs once, when the command has ended
     * @throws IOException if it cannot be started
     */
    static Terminal start(int id, CommandItem item, Launch launch, CommandExecutionSource source, Runnable onEnd)
            throws IOException {
        var terminal = new Terminal(id, item, source, onEnd);
        terminal.process = CommandProcess.start(launch, terminal);
        Thread.ofVirtual().name("terminal-" + id).start(terminal::watch);
        return terminal;
    }

    int id() {
        return id;
    }

    CommandItem item() {
        return item;
    }

    @Override
    public void output(Stream stream, byte[] bytes, int length) {
        all.append(bytes, length);
        unread.append(bytes, length);
        deltas.append(bytes, length);
    }

    private void watch() {
        try {
            process.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.kill();
        deltas.close();
        synchronized (this) {
            hasEnded = true;
            notifyAll();
        }
        onEnd.run();
        tellIfDue();
    }

    /** Waits for the end. Whether it has come within the limit. */
    synchronized boolean await(Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!hasEnded) {
            var left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    /** Nobody waits any more: the item ends when the command does, or now if it has. */
    void letGo() {
        synchronized (this) {
            isHeld = false;
        }
        tellIfDue();
    }

    private void tellIfDue() {
        synchronized (this) {
            if (isHeld || !hasEnded || isTold) {
                return;
            }
            isTold = true;
        }
        item.ended(processId(), source, all.text(), exitCode(), elapsed());
    }

    /** The id as clients see it; null where they see none. */
    @Nullable
    String processId() {
        return source == CommandExecutionSource.UNIFIED_EXEC_STARTUP ? String.valueOf(id) : null;
    }

    CommandExecutionSource source() {
        return source;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The exit code; where the command was ended from here, the one that says so. */
    int exitCode() {
        var forced = forcedExitCode;
        return forced == null ? process.exitCode() : forced;
    }

    /** Everything printed so far, as far as it was kept. */
    String output() {
        return all.text();
    }

    /** What was printed since the last call. */
    byte[] takeUnread() {
        return unread.take();
    }

    void write(byte[] bytes) throws IOException {
        process.write(bytes);
    }

    /** Ends the command and everything it started. */
    void kill() {
        kill(KILLED);
    }

    /** The same, with an exit code that says why. */
    void kill(int exitCode) {
        forcedExitCode = exitCode;
        process.kill();
    }

    /** The item as it is to be stored when its thread closes and the command with it. */
    ThreadItem lastItem() {
        var output = all.text();
        return item.item(
                processId(),
                source,
                CommandExecutionStatus.FAILED,
                output.isEmpty() ? null : output,
                KILLED,
                elapsed().toMillis());
    }
}
