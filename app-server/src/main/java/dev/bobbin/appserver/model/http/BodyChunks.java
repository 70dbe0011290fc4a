package dev.bobbin.appserver.model.http;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A body's parts, small ones joined. The client gives every array a buffer of 16 KB of its own, and a conversation has very
 * many small parts. The body as a whole is never copied.
 */
record BodyChunks(List<byte[]> parts) implements Iterable<byte[]> {
    private static final int CHUNK_BYTES = 16 * 1024;

    @Override
    public Iterator<byte[]> iterator() {
        return new Joining(parts.iterator());
    }

    private static final class Joining implements Iterator<byte[]> {
        private final Iterator<byte[]> rest;
        private byte[] next;

        Joining(Iterator<byte[]> rest) {
            this.rest = rest;
            this.next = part();
        }

        private byte[] part() {
            return rest.hasNext() ? rest.next() : new byte[0];
        }

        @Override
        public boolean hasNext() {
            return next.length > 0 || rest.hasNext();
        }

        /** Parts as long as they fit together; a longer one as it is. */
        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var first = next;
            next = part();
            if (first.length + next.length > CHUNK_BYTES || !hasNext()) {
                return first;
            }
            var chunk = new ByteArrayOutputStream(CHUNK_BYTES);
            chunk.writeBytes(first);
            while (hasNext() && chunk.size() + next.length <= CHUNK_BYTES) {
                chunk.writeBytes(next);
                next = part();
            }
            return chunk.toByteArray();
        }
    }
}
