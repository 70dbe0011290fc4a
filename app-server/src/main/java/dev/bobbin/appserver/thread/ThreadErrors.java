package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.threadstore.ThreadStoreException;

/** Refusals about threads. Clients match on these texts, so they are spelled out here once. */
final class ThreadErrors {
    private ThreadErrors() {}

    static RequestException invalid(String message, String reason) {
        return new RequestException.InvalidRequest(message, reason);
    }

    /** A method that works on loaded threads only was asked about another one. */
    static RequestException notFound(String threadId) {
        return invalid("thread not found: " + threadId, "thread_not_found");
    }

    /** A method that reads loaded and stored threads found neither. */
    static RequestException notLoaded(String threadId) {
        return invalid("thread not loaded: " + threadId, "thread_not_found");
    }

    static RequestException noRollout(String threadId) {
        return invalid("no rollout found for thread id " + threadId, "thread_not_found");
    }

    static RequestException archived(String threadId) {
        return invalid(
                "session " + threadId + " is archived. Run `codex unarchive " + threadId + "` to unarchive it first.",
                "thread_archived");
    }

    static RequestException closing(String threadId) {
        return invalid(
                "thread " + threadId + " is closing; retry thread/resume after the thread is closed", "thread_closing");
    }

    static RequestException stalePath(String threadId, String requested, String active) {
        return invalid(
                "cannot resume running thread " + threadId + " with stale path: requested `" + requested + "`, active `"
                        + active + "`",
                "stale_path");
    }

    static RequestException ephemeralMetadata(String threadId) {
        return invalid("ephemeral thread does not support metadata updates: " + threadId, "ephemeral_thread");
    }

    static RequestException ephemeralGoals(String threadId) {
        return invalid("ephemeral thread does not support goals: " + threadId, "ephemeral_thread");
    }

    static RequestException notMaterialized(String threadId, String what) {
        return invalid(
                "thread " + threadId + " is not materialized yet; " + what
                        + " is unavailable before first user message",
                "thread_not_materialized");
    }

    static RequestException wrongActiveTurn(String message, String activeTurnId) {
        var details = JsonNodeFactory.instance.objectNode().put("activeTurnId", activeTurnId);
        return new RequestException.InvalidRequest(message, "turn_mismatch", details);
    }

    /** What was asked for does not fit into memory. */
    static RequestException tooLong(long bytes) {
        return invalid(
                "the thread is too long to be shown at once: its turns have more than " + (bytes >> 20)
                        + " MiB of items. Leave the turns out, and read them in pages by thread/turns/list",
                "thread_too_long");
    }

    /** What the JVM throws when it is at its limits, as a refusal of the request that brought it there. */
    static RequestException atLimits(VirtualMachineError limit) {
        return limit instanceof OutOfMemoryError
                ? new RequestException.Internal("the server ran out of memory", "out_of_memory")
                : new RequestException.Internal("request is nested too deeply", "too_deep");
    }

    static RequestException noActiveTurn(String message) {
        return invalid(message, "no_active_turn");
    }

    /**
     * What a store's failure means to a client that resumes, forks or reads a stored thread.
     *
     * @param threadId the id that the client gave
     */
    static RequestException whileReading(ThreadStoreException failure, String threadId) {
        return switch (failure) {
            case ThreadStoreException.NotFound _ -> noRollout(threadId);
            case ThreadStoreException.InvalidRequest invalid -> invalid(invalid.text(), reasonOf(invalid.text()));
            case ThreadStoreException.Conflict conflict -> activeWriter(conflict);
            case ThreadStoreException.Unsupported unsupported ->
                new RequestException.MethodNotFound(
                        unsupported.text() + " is not supported yet", "unsupported_operation");
            case ThreadStoreException.Internal internal -> internal("failed to read thread: " + internal.display());
        };
    }

    /** What a failure to write means to a client whose request needed it. */
    static RequestException whileWriting(ThreadStoreException failure) {
        return failure instanceof ThreadStoreException.Conflict conflict
                ? activeWriter(conflict)
                : internal(TurnEnding.notSaved(failure).message());
    }

    static RequestException internal(String message) {
        return new RequestException.Internal(message, "store_failure");
    }

    /** Another process appends to the thread. */
    static RequestException activeWriter(ThreadStoreException.Conflict conflict) {
        var details = JsonNodeFactory.instance.objectNode();
        details.put("retryable", true);
        var holder = conflict.holder();
        if (holder != null) {
            details.putObject("holder")
                    .put("pid", holder.pid())
                    .put("startedAt", holder.startedAt().toString())
                    .put("client", holder.client());
        }
        return new RequestException.InvalidRequest(conflict.text(), "thread_active_writer", details);
    }

    private static String reasonOf(String text) {
        if (text.endsWith(": path is a directory")) {
            return "path_is_directory";
        }
        if (text.startsWith("failed to resolve rollout path")) {
            return "invalid_path";
        }
        return text.startsWith("no rollout found") || text.startsWith("no archived rollout found")
                ? "thread_not_found"
                : "invalid_request";
    }
}
