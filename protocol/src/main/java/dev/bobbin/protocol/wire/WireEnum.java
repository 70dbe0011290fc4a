package dev.bobbin.protocol.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** An enum whose constants are written as fixed texts. The order of the constants is the order in error messages. */
public interface WireEnum {
    /** The text that stands for this constant on the wire. */
    @JsonValue
    String wireName();

    /** The texts that are read as this constant, in the order in which errors name them. */
    default List<String> acceptedNames() {
        return List.of(wireName());
    }
}
