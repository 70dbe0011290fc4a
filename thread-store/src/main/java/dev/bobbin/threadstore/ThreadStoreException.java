package dev.bobbin.threadstore;

import org.jspecify.annotations.Nullable;

/**
 * A store could not do what was asked. Each subtype is something a caller may treat differently.
 *
 * <p>{@link #getMessage()} is the bare text that clients match on; {@link #display()} is the same with the kind in front,
 * as it is embedded in longer messages.
 */
public abstract sealed class ThreadStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ThreadStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The bare message; never null here. */
    public final String text() {
        return String.valueOf(getMessage());
    }

    /** The message with its kind, for embedding in another message. */
    public final String display() {
        return switch (this) {
            case NotFound e -> e.text();
            case InvalidRequest e -> "invalid thread-store request: " + e.text();
            case Conflict e -> "thread-store conflict: " + e.text();
            case Unsupported e -> "thread-store unsupported operation: " + e.text();
            case Internal e -> "thread-store internal error: " + e.text();
        };
    }

    /** No live writer, or no such thread, under this id. */
    public static final class NotFound extends ThreadStoreException {
        private static final long serialVersionUID = 1L;

        private final String threadId;

        public NotFound(String threadId) {
            super("thread " + threadId + " not found", null);
            this.threadId = threadId;
        }

        public String threadId() {
            return threadId;
        }
    }

    /** The caller asked for something that cannot be; the message says what. */
    public static final class InvalidRequest extends ThreadStoreException {
        private static final long serialVersionUID = 1L;

        public InvalidRequest(String message) {
            super(message, null);
        }
    }

    /** Another writer holds the thread. */
    public static final class Conflict extends ThreadStoreException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable WriterHolder holder;

        public Conflict(String threadId, @Nullable WriterHolder holder) {
            super("thread " + threadId + " already has an active writer", null);
            this.holder = holder;
        }

        /** Who holds it; null when the holder left no readable note. */
        public @Nullable WriterHolder holder() {
            return holder;
        }
    }

    /** This store cannot do this at all; the message is the operation's name. */
    public static final class Unsupported extends ThreadStoreException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String operation) {
            super(operation, null);
        }
    }

    /** The disk, or what lies on it, failed. */
    public static final class Internal extends ThreadStoreException {
        private static final long serialVersionUID = 1L;

        public Internal(String message) {
            super(message, null);
        }

        public Internal(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
