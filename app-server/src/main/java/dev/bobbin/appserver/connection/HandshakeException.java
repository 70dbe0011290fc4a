package dev.bobbin.appserver.connection;

/** A message that does not fit the state of the handshake. The message is what the client is told. */
public final class HandshakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    HandshakeException(String message, String reason) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** For programs: the {@code reason} member of the error's data. */
    public String reason() {
        return reason;
    }
}
