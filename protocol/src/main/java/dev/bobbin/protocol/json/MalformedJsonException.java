package dev.bobbin.protocol.json;

import java.io.IOException;

/** Bytes that are not exactly one JSON value, or one that is nested too deeply. Has no stack trace: it is cheap to throw. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
