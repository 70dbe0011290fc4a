package dev.bobbin.tests.harness;

import java.time.Duration;

/** One running server and the two streams to it. Closing the input is the polite way to end it. */
interface ServerLink extends AutoCloseable {
    /** Sends raw bytes; the caller adds the newline. Failures are ignored: a dead server shows in what it does not say. */
    void send(byte[] bytes);

    /** Ends the server's input. */
    void closeInput();

    /** Ends the server without warning. */
    void kill();

    /**
     * Waits for the server to end.
     *
     * @return its exit status
     * @throws AssertionError if it still runs after {@code limit}
     */
    int awaitExit(Duration limit) throws InterruptedException;

    /** What the server wrote to its log stream so far; empty where it shares ours. */
    String log();

    /** The server's process id, or our own where it runs in process. */
    long pid();

    /** Ends the server if it still runs, and frees what the link holds. */
    @Override
    void close();

    /** Takes what a server writes, one line at a time, and its end. Called from the link's own thread. */
    interface Listener {
        void line(String line);

        void ended();
    }
}
