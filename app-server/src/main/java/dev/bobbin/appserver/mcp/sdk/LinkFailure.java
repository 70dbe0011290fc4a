package dev.bobbin.appserver.mcp.sdk;

/** A tool server did not do what it was asked. The message is shown to people and to the model. */
public final class LinkFailure extends Exception {
    /** What kind of failure it was. */
    public enum Kind {
        /** The server answered with an error. */
        ANSWERED,
        /** It did not answer in time. */
        TIMED_OUT,
        /** It is gone, or was never there. */
        CLOSED,
        /** It wants to know who asks. */
        UNAUTHORIZED,
        /** Anything else, such as an answer that is none. */
        BROKEN
    }

    private final Kind kind;

    public LinkFailure(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The message. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
