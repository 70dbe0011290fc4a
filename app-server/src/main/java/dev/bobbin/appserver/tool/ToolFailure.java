package dev.bobbin.appserver.tool;

/** A call could not be carried out. The message is what the model is told. */
public final class ToolFailure extends Exception {
    public ToolFailure(String message) {
        super(message, null, false, false);
    }
}
