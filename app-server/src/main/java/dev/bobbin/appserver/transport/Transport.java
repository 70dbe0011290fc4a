package dev.bobbin.appserver.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One client's two byte streams, seen as lines.
 *
 * <p>Exactly one thread reads and one thread writes; {@link #close} may be called from any thread and ends both.
 */
public interface Transport extends AutoCloseable {
    /**
     * Waits for the next line.
     *
     * @return the line, or null once the client has ended its input and all of it was taken
     * @throws InterruptedException if the waiting thread is interrupted
     */
    @Nullable
    InputLine read() throws InterruptedException;

    /**
     * Writes bytes that form whole lines, as one write to the client.
     *
     * @throws IOException if the client is gone; nothing can be written any more
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Writes one line, given without its end. Meant for long ones: it is not copied first.
     *
     * @throws IOException if the client is gone; nothing can be written any more
     */
    void writeLine(byte[] line) throws IOException;

    /** Stops reading and writing. A blocked write need not end. */
    @Override
    void close();
}
