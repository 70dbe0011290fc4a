package dev.bobbin.appserver.sandbox;

/** A command needs a fence and this machine has none. The message says what to install. */
public final class SandboxUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    SandboxUnavailableException(String message) {
        super(message);
    }
}
