package dev.bobbin.appserver.connection;

/** A request that a client was asked and may still answer. Safe for use from many threads. */
public interface PendingRequest {
    /** The request's id on the wire, unique in the process. */
    long id();

    /** Sends the same request under the same id to another client too. The first answer counts. */
    void resendTo(ClientConnection other);

    /** Stops waiting: a later answer is ignored. Returns false if an answer came before. */
    boolean cancel();
}
