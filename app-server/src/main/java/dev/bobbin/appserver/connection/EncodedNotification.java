package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.method.Notification;

/** A notification that is encoded at most once, when the first client takes it. Safe for use from many threads. */
public final class EncodedNotification {
    private final String method;
    private final Object params;

    private EncodedNotification(String method, Object params) {
        this.method = method;
        this.params = params;
    }

    /** A notification with these parameters, which must not change any more. */
    public static <N> EncodedNotification of(Notification<N> method, N params) {
        return new EncodedNotification(method.name(), params);
    }

    /** The wire name. */
    public String method() {
        return method;
    }

    /** The parameters. */
    public Object params() {
        return params;
    }

    /** Whether this is one more piece of a text that grows. */
    boolean isDelta() {
        return method.endsWith("elta");
    }
}
