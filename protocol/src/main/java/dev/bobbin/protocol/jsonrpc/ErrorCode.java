package dev.bobbin.protocol.jsonrpc;

/** The error codes that a server answers with. */
public enum ErrorCode {
    /** The server has too much to do; the client may try again later. */
    OVERLOADED(-32_001),
    /** The request cannot be understood or is refused: nearly every error. */
    INVALID_REQUEST(-32_600),
    /** The method exists but does nothing yet. */
    METHOD_NOT_FOUND(-32_601),
    /** Parameters that contradict each other or exceed a limit. */
    INVALID_PARAMS(-32_602),
    /** The server failed, mostly at reading or writing. */
    INTERNAL_ERROR(-32_603);

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
