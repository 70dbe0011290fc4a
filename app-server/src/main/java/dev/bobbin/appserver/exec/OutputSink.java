package dev.bobbin.appserver.exec;

/** Takes what a child prints, as it prints it. Called from the child's reader threads, one call at a time a stream. */
@FunctionalInterface
public interface OutputSink {
    /** Where it was printed. A terminal has only {@code STDOUT}. */
    enum Stream {
        STDOUT,
        STDERR
    }

    /** Takes {@code length} bytes; the array is reused after the call. */
    void output(Stream stream, byte[] bytes, int length);
}
