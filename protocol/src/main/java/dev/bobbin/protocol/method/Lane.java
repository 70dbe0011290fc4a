package dev.bobbin.protocol.method;

import org.jspecify.annotations.Nullable;

/** Requests on equal lanes run one after another, in arrival order. */
public sealed interface Lane {
    /** What equal lanes have in common; null if requests wait for nothing. */
    @Nullable
    String key();

    /** Requests about one thread, by the id as the client spelt it. */
    record OfThread(String threadId) implements Lane {
        @Override
        public String key() {
            return "thread ".concat(threadId);
        }
    }

    /** Requests about one rollout file, by the path as the client spelt it. */
    record OfPath(String path) implements Lane {
        @Override
        public String key() {
            return "path ".concat(path);
        }
    }

    /** Requests about something that there is one of. */
    record Global(String name) implements Lane {
        @Override
        public String key() {
            return "global ".concat(name);
        }
    }

    /** Requests that wait for nothing. */
    record Unordered() implements Lane {
        @Override
        public @Nullable String key() {
            return null;
        }
    }
}
