package dev.bobbin.protocol.method;

/** Requests on equal lanes run one after another, in arrival order. */
public sealed interface Lane {
    /** Requests about one thread, by the id as the client spelt it. */
    record OfThread(String threadId) implements Lane {}

    /** Requests about one rollout file, by the path as the client spelt it. */
    record OfPath(String path) implements Lane {}

    /** Requests about something that there is one of. */
    record Global(String name) implements Lane {}

    /** Requests that wait for nothing. */
    record Unordered() implements Lane {}
}
