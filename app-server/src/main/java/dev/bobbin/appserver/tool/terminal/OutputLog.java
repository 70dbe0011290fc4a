package dev.bobbin.appserver.tool.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command printed. Of long output the beginning and the end are kept. Safe for use from many threads.
 */
final class OutputLog {
    /** Bytes kept of the beginning, and of the end. */
    private static final int HALF = 512 << 10;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] noTail = new byte[0];

    // A ring, made when the head is full.
    private byte[] tail = noTail;
    private long tailBytes;

    synchronized void append(byte[] bytes, int length) {
        var toHead = Math.min(length, HALF - head.size());
        head.write(bytes, 0, toHead);
        if (toHead == length) {
            return;
        }
        if (tail.length == 0) {
            tail = new byte[HALF];
        }
        for (var i = toHead; i < length; ) {
            var place = (int) (tailBytes % HALF);
            var count = Math.min(length - i, HALF - place);
            System.arraycopy(bytes, i, tail, place, count);
            i += count;
            tailBytes += count;
        }
    }

    synchronized boolean isEmpty() {
        return head.size() == 0;
    }

    /** What was kept, as text; bytes that are no UTF-8 are replaced. */
    synchronized String text() {
        return new String(kept(), StandardCharsets.UTF_8);
    }

    /** Gives what was kept and begins anew. */
    synchronized byte[] take() {
        var taken = kept();
        head.reset();
        tail = noTail;
        tailBytes = 0;
        return taken;
    }

    private byte[] kept() {
        if (tailBytes == 0) {
            return head.toByteArray();
        }
        var all = new ByteArrayOutputStream(head.size() + HALF);
        all.writeBytes(head.toByteArray());
        var place = (int) (tailBytes % HALF);
        if (tailBytes >= HALF) {
            all.write(tail, place, HALF - place);
        }
        all.write(tail, 0, place);
        return all.toByteArray();
    }
}
