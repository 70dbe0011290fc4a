package dev.bobbin.appserver.model;

/** Asks a model. Implementations are safe for use from many threads. */
public interface ModelClient {
    /**
     * Sends a request and reports its answer as it comes, ending with exactly one {@link ModelEvent.Completed}.
     *
     * <p>Blocks the calling thread, which should be virtual: interrupting it ends the request at once and frees its
     * connection. The sink is called on the same thread. A call that got no answer at all is repeated in here as often as
     * the provider's settings say; an answer that broke off is not: that is for the turn, see {@link
     * ModelException#retryable}.
     *
     * @throws ModelException if there was no complete answer; nothing that was reported counts then
     * @throws InterruptedException if the thread was interrupted
     */
    void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException;

    /** Loads what the first request would load, without using the network. May run on any thread; never throws. */
    default void warm() {}
}
