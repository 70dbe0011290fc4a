package dev.bobbin.appserver.dispatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.jsonrpc.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refusing a client's request. The message is for people, though clients are known to match on it; the reason is for
 * programs, and becomes {@code error.data.reason}.
 */
public abstract sealed class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient @Nullable ObjectNode details;

    private RequestException(String message, String reason, @Nullable ObjectNode details) {
        super(message, null, false, false);
        this.reason = reason;
        this.details = details;
    }

    /** For programs: one word that says why. */
    public String reason() {
        return reason;
    }

    /** What {@code error.data} holds beside the reason; null if nothing. */
    public @Nullable ObjectNode details() {
        return details;
    }

    /** Always there: no refusal is made without one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The code that goes with this refusal. */
    ErrorCode code() {
        return switch (this) {
            case InvalidRequest invalid -> ErrorCode.INVALID_REQUEST;
            case InvalidParams invalid -> ErrorCode.INVALID_PARAMS;
            case Internal internal -> ErrorCode.INTERNAL_ERROR;
            case MethodNotFound unknown -> ErrorCode.METHOD_NOT_FOUND;
            case Overloaded overloaded -> ErrorCode.OVERLOADED;
        };
    }

    /** The request cannot be understood, or is refused in the state that things are in: -32600. */
    public static final class InvalidRequest extends RequestException {
        private static final long serialVersionUID = 1L;

        /** A refusal with nothing but its reason. */
        public InvalidRequest(String message, String reason) {
            super(message, reason, null);
        }

        /** A refusal with details. */
        public InvalidRequest(String message, String reason, ObjectNode details) {
            super(message, reason, details);
        }
    }

    /** Parameters that contradict each other or exceed a limit: -32602. */
    public static final class InvalidParams extends RequestException {
        private static final long serialVersionUID = 1L;

        /** A refusal with nothing but its reason. */
        public InvalidParams(String message, String reason) {
            super(message, reason, null);
        }

        /** A refusal with details. */
        public InvalidParams(String message, String reason, ObjectNode details) {
            super(message, reason, details);
        }
    }

    /** The server failed, mostly at reading or writing: -32603. */
    public static final class Internal extends RequestException {
        private static final long serialVersionUID = 1L;

        /** A failure with nothing but its reason. */
        public Internal(String message, String reason) {
            super(message, reason, null);
        }

        /** A failure with details. */
        public Internal(String message, String reason, ObjectNode details) {
            super(message, reason, details);
        }
    }

    /** The method is known but does nothing here: -32601. */
    public static final class MethodNotFound extends RequestException {
        private static final long serialVersionUID = 1L;

        /** A refusal with nothing but its reason. */
        public MethodNotFound(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** There is too much to do: -32001. */
    public static final class Overloaded extends RequestException {
        private static final long serialVersionUID = 1L;
        private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

        /** Asks the client to come back later. */
        public Overloaded() {
            super("Server overloaded; retry later.", "overloaded", retryLater());
        }

        private static ObjectNode retryLater() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("retryable", true)
                    .put("codex_error_info", "server_overloaded")
                    .put("retryAfterMs", RETRY_AFTER.toMillis());
        }
    }
}
