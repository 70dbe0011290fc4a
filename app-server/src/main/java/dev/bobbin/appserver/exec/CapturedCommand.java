package dev.bobbin.appserver.exec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A command whose output is kept, up to a cap, or handed on as it comes. Safe for use from many threads.
 */
public final class CapturedCommand {
    private static final int TIMED_OUT = 124;
    private static final int KILLED = -1;

    private final boolean hasTerminal;
    private final boolean takesInput;
    private final CommandProcess process;
    private volatile boolean isKilled;

    /**
     * What to do with the output.
     *
     * @param cap bytes of each stream; what comes after them is dropped
     * @param deltas takes the output as it comes; null to keep it
     */
    public record Capture(long cap, @Nullable Deltas deltas) {}

    /** Takes output as it comes. Called from the reader threads. */
    @FunctionalInterface
    public interface Deltas {
        void output(OutputSink.Stream stream, byte[] bytes, boolean capReached);
    }

    /** How it ended. A command that was ended from here has exit code -1, one that took too long 124. */
    public record Result(int exitCode, Kept stdout, Kept stderr) {}

    /** What was kept of a stream. Bytes that are no UTF-8 are replaced. */
    public record Kept(String text, boolean capReached) {}

    private static final class Collector implements OutputSink {
        private final Capture capture;
        private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        private final long[] counts = new long[Stream.values().length];

        Collector(Capture capture) {
            this.capture = capture;
        }

        @Override
        public synchronized void output(Stream stream, byte[] bytes, int length) {
            var before = counts[stream.ordinal()];
            counts[stream.ordinal()] = before + length;
            var room = (int) Math.clamp(capture.cap() - before, 0L, length);
            if (room == 0) {
                return;
            }
            var deltas = capture.deltas();
            if (deltas == null) {
                bytesOf(stream).write(bytes, 0, room);
            } else {
                deltas.output(stream, Arrays.copyOf(bytes, room), before + length > capture.cap());
            }
        }

        private ByteArrayOutputStream bytesOf(Stream stream) {
            return switch (stream) {
                case STDOUT -> stdout;
                case STDERR -> stderr;
            };
        }

        synchronized Kept kept(Stream stream) {
            return new Kept(bytesOf(stream).toString(StandardCharsets.UTF_8), counts[stream.ordinal()] > capture.cap());
        }
    }

    private CapturedCommand(CommandProcess process, Launch launch) {
        this.process = process;
        this.hasTerminal = launch.terminal() != null;
        this.takesInput = launch.takesInput();
    }

    /**
     * Starts a command.
     *
     * @param limit after which it is ended; null for none
     * @param onEnd told how it ended, on a thread of its own
     * @throws IOException if the program or the working directory is missing, or the system refuses
     */
    public static CapturedCommand start(
            Launch launch, Capture capture, @Nullable Duration limit, Consumer<Result> onEnd) throws IOException {
        requireProgram(launch);
        var collector = new Collector(capture);
        var command = new CapturedCommand(CommandProcess.start(launch, collector), launch);
        Thread.ofVirtual().name("command-" + command.process.pid()).start(() -> command.watch(collector, limit, onEnd));
        return command;
    }

    /** The launcher that makes a session for the child would hide that there is no such program. */
    private static void requireProgram(Launch launch) throws IOException {
        var program = launch.command().getFirst();
        if (!Files.isDirectory(launch.cwd())) {
            throw missing();
        }
        if (program.contains("/")) {
            if (!Files.exists(launch.cwd().resolve(program))) {
                throw missing();
            }
            return;
        }
        for (var folder : launch.environment().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return;
            }
        }
        throw missing();
    }

    private static IOException missing() {
        return new IOException("No such file or directory (os error 2)");
    }

    private void watch(Collector collector, @Nullable Duration limit, Consumer<Result> onEnd) {
        var isLate = false;
        try {
            if (limit != null && !process.await(limit)) {
                isLate = true;
                process.kill();
            }
            process.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.kill();
        onEnd.accept(new Result(
                isLate ? TIMED_OUT : isKilled ? KILLED : process.exitCode(),
                collector.kept(OutputSink.Stream.STDOUT),
                collector.kept(OutputSink.Stream.STDERR)));
    }

    public boolean hasTerminal() {
        return hasTerminal;
    }

    public boolean takesInput() {
        return takesInput;
    }

    /**
     * Writes to its input.
     *
     * @throws IOException if it has closed its input
     */
    public void write(byte[] bytes) throws IOException {
        process.write(bytes);
    }

    /** Ends its input. */
    public void closeInput() {
        process.closeInput();
    }

    /** Changes the size of its terminal, if it has one. */
    public void resize(Launch.TerminalSize size) {
        process.resize(size);
    }

    /** Ends it and everything it started. */
    public void kill() {
        isKilled = true;
        process.kill();
    }
}
