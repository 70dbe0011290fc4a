package dev.bobbin.appserver.tool.patch;

/** A patch that can't be read or does not fit the files. The message is for the model that wrote it. */
public final class PatchException extends Exception {
    private static final long serialVersionUID = 1L;

    public PatchException(String message) {
        super(message);
    }

    public PatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
