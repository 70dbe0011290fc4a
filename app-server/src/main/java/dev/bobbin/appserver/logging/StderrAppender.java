package dev.bobbin.appserver.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes log lines to standard error on a thread of its own: many clients never read that pipe, and a full one must not
 * stop the server. Lines beyond {@link #CAPACITY} are lost. What waits when the process exits is written first, for at
 * most {@link #LAST_LINES}.
 */
final class StderrAppender extends AppenderBase<ILoggingEvent> {
    /** Lines that may wait for a reader of standard error. */
    static final int CAPACITY = 1_024;

    private static final Duration LAST_LINES = Duration.ofMillis(100);

    private final boolean asJson;
    private final OutputStream stderr = new FileOutputStream(FileDescriptor.err);
    private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread writer = Thread.ofPlatform().name("stderr").daemon().unstarted(this::write);
    private volatile boolean exiting;

    StderrAppender(boolean asJson) {
        this.asJson = asJson;
        setName("stderr");
    }

    @Override
    public void start() {
        super.start();
        writer.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::writeLastLines));
    }

    @Override
    protected void append(ILoggingEvent event) {
        var line = asJson ? LogLine.json(event) : LogLine.text(event);
        var _ = lines.offer(line.getBytes(StandardCharsets.UTF_8));
    }

    private void write() {
        try {
            while (!exiting || !lines.isEmpty()) {
                var line = exiting ? lines.poll() : lines.poll(1, TimeUnit.HOURS);
                if (line != null) {
                    stderr.write(line);
                }
            }
        } catch (IOException | InterruptedException e) {
            lines.clear();
        }
    }

    private void writeLastLines() {
        if (lines.isEmpty()) {
            return;
        }
        exiting = true;
        try {
            writer.join(LAST_LINES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
