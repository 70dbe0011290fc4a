package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;

/**
 * Server-sent events, cut from a byte stream as it arrives (HTML standard, section 9.2.6).
 *
 * <p>Lines end in LF, CR or CRLF; comments and fields other than {@code data} are dropped; several data lines are joined
 * by LF; an event that the end of the stream cuts off is not one. For one thread.
 */
public final class EventStream {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int MAX_EVENT_BYTES = 256 * 1024 * 1024;
    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[512];
    private int lineLength;
    private byte[] data = new byte[2048];
    private int dataLength;
    private boolean hasData;
    private boolean afterCr;
    private boolean first = true;

    public EventStream(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next event that has data.
     *
     * @return false at the end of the stream
     */
    public boolean next() throws IOException {
        dataLength = 0;
        hasData = false;
        while (true) {
            while (position < limit) {
                if (takeLine() && endOfLine()) {
                    return true;
                }
            }
            limit = in.read(chunk, 0, chunk.length);
            position = 0;
            if (limit < 0) {
                limit = 0;
                return false;
            }
        }
    }

    /** The current event's data, in the first {@link #length} bytes. Overwritten by {@link #next}. */
    public byte[] data() {
        return data;
    }

    public int length() {
        return dataLength;
    }

    /** Moves bytes of the chunk to the line; true if its end was among them. */
    private boolean takeLine() throws IOException {
        if (afterCr) {
            afterCr = false;
            if (chunk[position] == '\n') {
                position++;
                return false;
            }
        }
        var end = position;
        while (end < limit && chunk[end] != '\n' && chunk[end] != '\r') {
            end++;
        }
        line = append(line, lineLength, chunk, position, end - position);
        lineLength += end - position;
        position = end;
        if (end == limit) {
            return false;
        }
        afterCr = chunk[end] == '\r';
        position++;
        return true;
    }

    /** Reads the line that is complete; true if it ends an event with data. */
    private boolean endOfLine() throws IOException {
        var start = first && startsWithByteOrderMark() ? 3 : 0;
        var length = lineLength;
        first = false;
        lineLength = 0;
        if (length == start) {
            return hasData;
        }
        if (!isData(start, length)) {
            return false;
        }
        var from = Math.min(length, start + DATA.length + 1);
        if (from < length && line[from] == ' ') {
            from++;
        }
        if (hasData) {
            data = append(data, dataLength, new byte[] {'\n'}, 0, 1);
            dataLength++;
        }
        hasData = true;
        data = append(data, dataLength, line, from, length - from);
        dataLength += length - from;
        return false;
    }

    private boolean isData(int start, int length) {
        var end = start + DATA.length;
        return length >= end
                && Arrays.equals(line, start, end, DATA, 0, DATA.length)
                && (length == end || line[end] == ':');
    }

    private boolean startsWithByteOrderMark() {
        return lineLength >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
    }

    private static byte[] append(byte[] to, int used, byte[] from, int start, int count) throws IOException {
        var needed = (long) used + count;
        if (needed > MAX_EVENT_BYTES) {
            throw new ProtocolException("event is too long");
        }
        var target = needed > to.length
                ? Arrays.copyOf(to, (int) Math.max(needed, Math.min(MAX_EVENT_BYTES, to.length * 2L)))
                : to;
        System.arraycopy(from, start, target, used, count);
        return target;
    }
}
