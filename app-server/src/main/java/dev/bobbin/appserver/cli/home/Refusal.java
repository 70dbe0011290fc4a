package dev.bobbin.appserver.cli.home;

/** What was asked for cannot be done; the message says why to a person. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
