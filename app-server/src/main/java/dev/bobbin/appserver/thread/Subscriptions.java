package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.protocol.method.Notification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who hears what happens on one thread. A notification is encoded once, however many listen, and not at all if nobody does.
 *
 * <p>Used by the thread's owner only.
 */
final class Subscriptions {
    private final Set<ClientConnection> subscribers = new LinkedHashSet<>();
    private final Everyone everyone;

    Subscriptions(Everyone everyone) {
        this.everyone = everyone;
    }

    boolean add(ClientConnection connection) {
        return connection.isOpen() && subscribers.add(connection);
    }

    boolean remove(ClientConnection connection) {
        return subscribers.remove(connection);
    }

    boolean contains(ClientConnection connection) {
        return subscribers.contains(connection);
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    List<ClientConnection> all() {
        return new ArrayList<>(subscribers);
    }

    /** Tells the subscribers. */
    <N> void tell(Notification<N> method, N params) {
        if (!subscribers.isEmpty()) {
            send(EncodedNotification.of(method, params));
        }
    }

    /** Tells the subscribers something that is encoded already. */
    void send(EncodedNotification notification) {
        for (var subscriber : subscribers) {
            subscriber.send(notification);
        }
    }

    /** Tells every initialised client, whether it subscribed or not. */
    <N> void tellEveryone(Notification<N> method, N params) {
        everyone.send(EncodedNotification.of(method, params));
    }
}
