package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.EncodedNotification;

/** Every initialised client, subscribed to a thread or not. */
@FunctionalInterface
public interface Everyone {
    /** Queues a notification for each of them; never blocks. */
    void send(EncodedNotification notification);
}
