package dev.bobbin.appserver.tool;

/** A question to the client was answered with an error, with something that is no answer, or not at all. */
public final class AskRefused extends Exception {
    /** How it was refused. */
    public enum Reason {
        /** The client answered with an error. */
        ERROR,
        /** The client's answer does not have the form of one. */
        MALFORMED,
        /** No client is left that could answer. */
        GONE,
        /** Nobody has answered in time. */
        LATE
    }

    private final Reason reason;

    public AskRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
