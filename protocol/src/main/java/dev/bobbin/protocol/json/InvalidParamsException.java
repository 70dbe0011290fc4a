package dev.bobbin.protocol.json;

/** JSON that does not fit the record it was read as. The message is the text that the peer's parser gives. */
public final class InvalidParamsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidParamsException(String detail) {
        super("Invalid request: " + detail, null, false, false);
    }

    static InvalidParamsException missing(String field) {
        return new InvalidParamsException("missing field `" + field + "`");
    }
}
