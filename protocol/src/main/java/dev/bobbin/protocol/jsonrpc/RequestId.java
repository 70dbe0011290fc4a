package dev.bobbin.protocol.jsonrpc;

/** The id of a request, chosen by its sender and echoed exactly in the answer. */
public sealed interface RequestId {
    /** An id that is text, possibly empty. */
    record Text(String value) implements RequestId {
        @Override
        public String toString() {
            return value;
        }
    }

    /** An id that is a 64-bit integer, possibly negative. */
    record Number(long value) implements RequestId {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** The id with this text. */
    static RequestId of(String value) {
        return new Text(value);
    }

    /** The id with this number. */
    static RequestId of(long value) {
        return new Number(value);
    }
}
