package dev.bobbin.protocol.wire;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enum whose constants are written as fixed texts. The order of the constants is the order in error messages. */
public interface WireEnum {
    /** The text that stands for this constant on the wire. */
    @JsonValue
    String wireName();
}
