package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.Notification;
import dev.bobbin.protocol.v2.handshake.ClientInfo;

/**
 * What the rest of the server sees of a client.
 *
 * <p>Safe for use from many threads, and nothing here blocks or throws because the client is slow or gone. What one
 * thread sends arrives in the order in which it was sent, responses included.
 */
public interface ClientConnection {
    /** Tells connections of this process apart. */
    long id();

    /**
     * Who the client said it is.
     *
     * @throws IllegalStateException before the handshake; no handler runs before it
     */
    ClientInfo client();

    /** Whether the client asked for the experimental API. */
    boolean experimentalApi();

    /** Whether anything sent from now on may still arrive. */
    boolean isOpen();

    /** Sends a notification, unless the client opted out of its name. */
    <N> void notify(Notification<N> method, N params);

    /** Sends a notification that may go to several clients and is encoded only once. */
    void send(EncodedNotification notification);

    /**
     * Asks the client and returns at once.
     *
     * @param onAnswer told exactly once how it ended, unless the request is cancelled first; runs on the thread that
     *     dispatches the client's messages and must not block
     */
    <P, R> PendingRequest ask(Method<P, R> method, P params, AnswerHandler<R> onAnswer);

    /** Runs {@code action} once this connection has closed, at once if it has. Must not block. */
    void onClose(Runnable action);
}
