package dev.bobbin.appserver.exec;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running child, leader of a process group of its own. Safe for use from many threads.
 *
 * <p>Its output goes to the sink from virtual threads; {@link #await} returns when the child has ended and its output
 * was read to the end, or for {@link #DRAIN} after its end where something it started keeps the output open.
 */
public final class CommandProcess {
    /** How long output is still read after the child's end while others hold it open. */
    static final Duration DRAIN = Duration.ofMillis(200);

    private static final int BUFFER_BYTES = 8 << 10;

    private final Process process;
    private final List<Thread> readers = new ArrayList<>();
    private final boolean hasInput;

    private CommandProcess(Process process, boolean hasInput) {
        this.process = process;
        this.hasInput = hasInput;
    }

    /**
     * Starts a child.
     *
     * @throws IOException if the program or the working directory is missing, or the system refuses
     */
    public static CommandProcess start(Launch launch, OutputSink sink) throws IOException {
        var started = new CommandProcess(
                launch.terminal() == null ? startOnPipes(launch) : startOnTerminal(launch, launch.terminal()),
                launch.takesInput());
        if (!launch.takesInput() && launch.terminal() == null) {
            started.closeInput();
        }
        started.read(started.process.getInputStream(), OutputSink.Stream.STDOUT, sink);
        if (launch.terminal() == null) {
            started.read(started.process.getErrorStream(), OutputSink.Stream.STDERR, sink);
        }
        return started;
    }

    private static Process startOnPipes(Launch launch) throws IOException {
        var command = new ArrayList<String>();
        command.add("setsid");
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command).directory(launch.cwd().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        return builder.start();
    }

    private static Process startOnTerminal(Launch launch, Launch.TerminalSize size) throws IOException {
        // The terminal library sets the size only once the child runs, who may have asked for it by then.
        var command =
                new ArrayList<>(List.of("/bin/sh", "-c", "stty rows \"$1\" cols \"$2\"; shift 2; exec \"$@\"", "sh"));
        command.add(String.valueOf(size.rows()));
        command.add(String.valueOf(size.columns()));
        command.addAll(launch.command());
        return new PtyProcessBuilder(command.toArray(String[]::new))
                .setDirectory(launch.cwd().toString())
                .setEnvironment(launch.environment())
                .setInitialRows(size.rows())
                .setInitialColumns(size.columns())
                .setRedirectErrorStream(true)
                .start();
    }

    private void read(InputStream from, OutputSink.Stream stream, OutputSink sink) {
        readers.add(Thread.ofVirtual().name("output-" + process.pid()).start(() -> {
            var buffer = new byte[BUFFER_BYTES];
            try (from) {
                for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    sink.output(stream, buffer, count);
                }
            } catch (IOException e) {
                // A terminal reports its end as an error; a pipe is closed under us when the child is given up.
            }
        }));
    }

    /** The child's process id, which is its group's too. */
    public long pid() {
        return process.pid();
    }

    /** Whether the child has not ended yet. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Writes to the child's input.
     *
     * @throws IOException if the child has closed it, or was started without
     */
    public void write(byte[] bytes) throws IOException {
        if (!hasInput) {
            throw new IOException("the process was started without an open input");
        }
        OutputStream input = process.getOutputStream();
        synchronized (input) {
            input.write(bytes);
            input.flush();
        }
    }

    /** Ends the child's input. */
    public void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The child is gone, and its input with it.
        }
    }

    /** Changes the size of the child's terminal; does nothing on pipes. */
    public void resize(Launch.TerminalSize size) {
        if (process instanceof PtyProcess terminal && terminal.isAlive()) {
            terminal.setWinSize(new WinSize(size.columns(), size.rows()));
        }
    }

    /** Kills the child and everything in its group. */
    public void kill() {
        ProcessGroups.kill(process.pid());
        process.destroyForcibly();
    }

    /**
     * Waits for the end.
     *
     * @return whether the child has ended within {@code limit}
     */
    public boolean await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        drain();
        return true;
    }

    /** Waits for the end, however long it takes. */
    public int await() throws InterruptedException {
        process.waitFor();
        drain();
        return exitCode();
    }

    private void drain() throws InterruptedException {
        for (var reader : readers) {
            reader.join(DRAIN);
        }
    }

    /**
     * The exit status; 128 and the signal's number where a signal ended it.
     *
     * @throws IllegalThreadStateException while it runs
     */
    public int exitCode() {
        return process.exitValue();
    }
}
