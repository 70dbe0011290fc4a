package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The body of an answer, read under a deadline that its reader moves: bytes alone do not count as progress. */
public final class PatientBody extends InputStream {
    private final HttpAnswer answer;
    private final Duration idle;
    private final LongSupplier nanoTime;
    private long deadline;

    /** @param nanoTime as {@link System#nanoTime} */
    public PatientBody(HttpAnswer answer, Duration idle, LongSupplier nanoTime) {
        this.answer = answer;
        this.idle = idle;
        this.nanoTime = nanoTime;
        restart();
    }

    /** Something useful came: the full time is left again. */
    public void restart() {
        deadline = nanoTime.getAsLong() + idle.toNanos();
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var left = deadline - nanoTime.getAsLong();
        if (left <= 0) {
            throw new SocketTimeoutException("idle timeout");
        }
        answer.patience(Duration.ofNanos(left));
        return answer.body().read(into, offset, length);
    }
}
