package dev.bobbin.appserver.model;

import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that got no complete answer. The message is shown to people and matched by clients.
 */
public final class ModelException extends Exception {
    private final CodexErrorInfo info;
    private final boolean retryable;
    private final @Nullable Integer httpStatus;
    private final @Nullable Duration retryAfter;

    /**
     * @param retryable whether the turn may ask again
     * @param httpStatus what a retry notice shows
     * @param retryAfter how long the provider asks to wait
     */
    public ModelException(
            String message,
            CodexErrorInfo info,
            boolean retryable,
            @Nullable Integer httpStatus,
            @Nullable Duration retryAfter) {
        super(message);
        this.info = info;
        this.retryable = retryable;
        this.httpStatus = httpStatus;
        this.retryAfter = retryAfter;
    }

    /** A failure that asking again would not mend. */
    public static ModelException lasting(String message, CodexErrorInfo info) {
        return new ModelException(message, info, false, null, null);
    }

    /** An answer that broke off, or never came. */
    public static ModelException disconnected(String cause) {
        return disconnected(cause, null);
    }

    /** As {@link #disconnected(String)}, where the provider says when to come back. */
    public static ModelException disconnected(String cause, @Nullable Duration retryAfter) {
        return new ModelException(
                "stream disconnected before completion: " + cause, new CodexErrorInfo.Other(), true, null, retryAfter);
    }

    /** The message; never null. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** What a client is told when the turn fails with this. */
    public CodexErrorInfo info() {
        return info;
    }

    /** What a client is told while the turn tries again. */
    public CodexErrorInfo retryInfo() {
        return new CodexErrorInfo.ResponseStreamDisconnected(httpStatus);
    }

    public boolean retryable() {
        return retryable;
    }

    public @Nullable Integer httpStatus() {
        return httpStatus;
    }

    /** Whether an allowance is used up that will be filled again: the provider's rate limits were told just before. */
    public boolean usageLimit() {
        return info instanceof CodexErrorInfo.UsageLimitExceeded && httpStatus != null;
    }

    /** How long to wait before asking again; null leaves it to {@link Backoff}. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
