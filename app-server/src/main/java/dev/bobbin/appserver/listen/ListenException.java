package dev.bobbin.appserver.listen;

/** A server cannot listen as it was asked to. The message is for the person who asked. */
public final class ListenException extends Exception {
    private static final long serialVersionUID = 1L;

    public ListenException(String message) {
        super(message);
    }
}
