package dev.bobbin.appserver.connection;

/** What becomes of a client that does not read what it is sent. */
public enum OutboxPolicy {
    /** The client has the server for itself, on a pipe: it is waited for. */
    ONLY_CLIENT(64L << 20, 128L << 20, Long.MAX_VALUE, false),

    /** Others share the server with it, so that what it costs is limited: beyond, it is disconnected. */
    ONE_OF_MANY(16L << 20, 128L << 20, 32L << 20, true);

    private final long refuseBytes;
    private final long fullBytes;
    private final long mostUnaskedBytes;
    private final boolean shares;

    OutboxPolicy(long refuseBytes, long fullBytes, long mostUnaskedBytes, boolean shares) {
        this.refuseBytes = refuseBytes;
        this.fullBytes = fullBytes;
        this.mostUnaskedBytes = mostUnaskedBytes;
        this.shares = shares;
    }

    /** Above this, new requests of the client are refused as overload. */
    long refuseBytes() {
        return refuseBytes;
    }

    /** Above this, no more input is taken from the client. */
    long fullBytes() {
        return fullBytes;
    }

    /** Of what the client did not ask for (notifications, and requests of the server) this much may wait. */
    long mostUnaskedBytes() {
        return mostUnaskedBytes;
    }

    /** The thread that writes to a client. */
    Thread.Builder writer(String name) {
        return shares
                ? Thread.ofVirtual().name(name)
                : Thread.ofPlatform().daemon().name(name);
    }
}
