package dev.bobbin.appserver.model.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length, or one that ends with the connection. */
final class BodyStream extends InputStream {
    static final long UNTIL_CLOSE = -1;

    private final HttpConnection connection;
    private final boolean persistent;
    private final byte[] single = new byte[1];
    private long left;

    BodyStream(HttpConnection connection, long length, boolean persistent) {
        this.connection = connection;
        this.persistent = persistent;
        this.left = length;
        if (length == 0) {
            connection.bodyDone(persistent);
        }
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var count = connection.read(into, offset, left < 0 ? length : (int) Math.min(length, left));
        if (left < 0) {
            return count;
        }
        if (count < 0) {
            throw new EOFException("connection closed with " + left + " bytes of the answer missing");
        }
        left -= count;
        if (left == 0) {
            connection.bodyDone(persistent);
        }
        return count;
    }
}
