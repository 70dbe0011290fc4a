package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.Notification;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A notification that is encoded at most once, when the first client takes it. Safe for use from many threads. */
public final class EncodedNotification {
    private final Notification<?> method;
    private final Object params;
    private final Supplier<byte[]> encoding;
    // Written by any thread; all of them write the same bytes.
    private volatile byte @Nullable [] line;

    private EncodedNotification(Notification<?> method, Object params, Supplier<byte[]> encoding) {
        this.method = method;
        this.params = params;
        this.encoding = encoding;
    }

    /** A notification with these parameters, which must not change any more. */
    public static <N> EncodedNotification of(Notification<N> method, N params) {
        return new EncodedNotification(method, params, () -> WireJson.notification(method, params));
    }

    /** The wire name. */
    public String method() {
        return method.name();
    }

    /** The parameters. */
    public Object params() {
        return params;
    }

    /** Whether this is one more piece of a text that grows. */
    boolean isDelta() {
        return method.name().endsWith("elta");
    }

    /** The line to write, without its end. Not to be changed. */
    byte[] line() {
        var encoded = line;
        if (encoded == null) {
            encoded = encoding.get();
            line = encoded;
        }
        return encoded;
    }
}
