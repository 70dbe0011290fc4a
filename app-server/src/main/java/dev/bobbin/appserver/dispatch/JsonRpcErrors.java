package dev.bobbin.appserver.dispatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.connection.HandshakeException;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.jsonrpc.ErrorCode;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.WriterHolder;

/**
 * The one place where failures become JSON-RPC errors. Every error says why in {@code data.reason}, and whether
 * the same request may succeed later, in {@code data.retryable}.
 */
final class JsonRpcErrors {
    private JsonRpcErrors() {}

    static JsonRpcError from(Throwable failure) {
        if (failure instanceof RequestException refused) {
            return from(refused);
        }
        if (failure instanceof InvalidParamsException) {
            return invalid(failure, "invalid_params");
        }
        if (failure instanceof HandshakeException early) {
            return invalid(failure, early.reason());
        }
        if (failure instanceof ThreadStoreException store) {
            return from(store);
        }
        if (failure instanceof ConfigException) {
            return invalid(failure, "invalid_config");
        }
        if (failure instanceof StackOverflowError) {
            return new JsonRpcError(ErrorCode.INTERNAL_ERROR, "request is nested too deeply", data("too_deep"));
        }
        if (failure instanceof OutOfMemoryError) {
            return new JsonRpcError(ErrorCode.INTERNAL_ERROR, "the server ran out of memory", data("out_of_memory"));
        }
        return new JsonRpcError(ErrorCode.INTERNAL_ERROR, "internal error", data("internal_error"));
    }

    /** Whether {@code failure} is a fault of this server that its log should tell. */
    static boolean isFault(Throwable failure) {
        return !(failure instanceof RequestException
                || failure instanceof InvalidParamsException
                || failure instanceof HandshakeException
                || failure instanceof ThreadStoreException
                || failure instanceof ConfigException);
    }

    private static JsonRpcError invalid(Throwable failure, String reason) {
        return new JsonRpcError(ErrorCode.INVALID_REQUEST, String.valueOf(failure.getMessage()), data(reason));
    }

    private static JsonRpcError from(RequestException refused) {
        var data = data(refused.reason());
        var details = refused.details();
        if (details != null) {
            data.setAll(details);
        }
        return new JsonRpcError(refused.code(), refused.getMessage(), data);
    }

    private static JsonRpcError from(ThreadStoreException failure) {
        return switch (failure) {
            case ThreadStoreException.NotFound missing ->
                new JsonRpcError(ErrorCode.INVALID_REQUEST, missing.text(), data("thread_not_found"));
            case ThreadStoreException.InvalidRequest invalid ->
                new JsonRpcError(ErrorCode.INVALID_REQUEST, invalid.text(), data("invalid_request"));
            case ThreadStoreException.Conflict conflict ->
                new JsonRpcError(ErrorCode.INVALID_REQUEST, conflict.text(), activeWriter(conflict));
            case ThreadStoreException.Unsupported unsupported ->
                new JsonRpcError(ErrorCode.METHOD_NOT_FOUND, unsupported.text(), data("unsupported_by_store"));
            case ThreadStoreException.Internal internal ->
                new JsonRpcError(ErrorCode.INTERNAL_ERROR, internal.text(), data("storage_failed"));
        };
    }

    private static ObjectNode activeWriter(ThreadStoreException.Conflict conflict) {
        var data = data("thread_active_writer").put("retryable", true);
        WriterHolder holder = conflict.holder();
        if (holder != null) {
            data.putObject("holder")
                    .put("pid", holder.pid())
                    .put("startedAt", holder.startedAt().toString())
                    .put("client", holder.client());
        }
        return data;
    }

    private static ObjectNode data(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason).put("retryable", false);
    }
}
