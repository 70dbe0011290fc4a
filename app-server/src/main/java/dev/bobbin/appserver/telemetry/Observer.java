package dev.bobbin.appserver.telemetry;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the server's work. Safe for use from many threads; nothing here blocks or throws, and what it gives may be
 * told of an end by another thread than of the beginning.
 */
public interface Observer {
    /**
     * A request has arrived.
     *
     * @param method its wire name
     * @return what is to be told how it goes on; null if nobody looks
     */
    @Nullable
    RequestWatch request(String method);

    /**
     * A turn begins.
     *
     * @param kind what it came of, such as {@code user} or {@code review}; asked for only if somebody looks
     * @return what is to be told how it ends; null if nobody looks
     */
    @Nullable
    TurnWatch turn(String threadId, String turnId, Supplier<String> kind);

    /**
     * A model is about to be called.
     *
     * @param threadId the thread that asks; its turn, where one runs, is the one that the call is part of
     * @return what is to be told how it goes on; null if nobody looks
     */
    @Nullable
    CallWatch modelCall(String threadId, String provider, String model);

    /** A request under way. */
    interface RequestWatch {
        /** @param lane what it waits in line for: {@code none}, {@code path}, or what there is one of or which thread */
        void queued(String lane);

        /** Its handler begins. */
        void begins();

        /** @param errorCode that of JSON-RPC; 0 for a result */
        void ended(int errorCode);
    }

    /** A turn under way. */
    interface TurnWatch {
        /** @param status as on the wire */
        void ended(String status, Tokens tokens);
    }

    /**
     * What a turn has used.
     *
     * @param cachedInput contained in {@code input}
     * @param reasoning contained in {@code output}
     */
    record Tokens(long input, long cachedInput, long output, long reasoning) {}

    /** A call under way. */
    interface CallWatch {
        /** The head of an answer is here. A call that is repeated is answered several times. */
        void answered(int status);

        /**
         * It is over.
         *
         * @param outcome {@code completed}, {@code failed} or {@code interrupted}
         * @param sentBytes of the body, once
         * @param receivedBytes of the body of the last answer
         */
        void ended(String outcome, long sentBytes, long receivedBytes);
    }
}
