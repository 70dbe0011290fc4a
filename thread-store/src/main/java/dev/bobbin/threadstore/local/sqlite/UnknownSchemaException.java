package dev.bobbin.threadstore.local.sqlite;

/** The database is one of another version, or of something else: it is left alone. */
final class UnknownSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownSchemaException(String message) {
        super(message);
    }
}
