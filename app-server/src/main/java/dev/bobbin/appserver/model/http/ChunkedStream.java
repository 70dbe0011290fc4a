package dev.bobbin.appserver.model.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body in chunks, RFC 9112 section 7.1. Trailers are dropped. */
final class ChunkedStream extends InputStream {
    private final HttpConnection connection;
    private final boolean persistent;
    private final byte[] single = new byte[1];
    private long left;
    private boolean started;
    private boolean done;

    ChunkedStream(HttpConnection connection, boolean persistent) {
        this.connection = connection;
        this.persistent = persistent;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (done || (left == 0 && !nextChunk())) {
            return -1;
        }
        var count = connection.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("connection closed within a chunk");
        }
        left -= count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        connection.betweenChunks();
        if (started && !connection.line().isEmpty()) {
            throw new ProtocolException("chunk longer than announced");
        }
        started = true;
        var line = connection.line();
        var end = line.indexOf(';');
        try {
            left = Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
        } catch (NumberFormatException e) {
            throw new ProtocolException("unexpected chunk size: " + line);
        }
        if (left > 0) {
            return true;
        }
        while (!connection.line().isEmpty()) {
            connection.betweenChunks();
        }
        done = true;
        connection.bodyDone(persistent);
        return false;
    }
}
