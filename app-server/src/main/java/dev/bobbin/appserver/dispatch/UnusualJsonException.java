package dev.bobbin.appserver.dispatch;

/** Something that {@link PlainJson} leaves to the JSON library. */
final class UnusualJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusualJsonException() {
        super(null, null, false, false);
    }
}
