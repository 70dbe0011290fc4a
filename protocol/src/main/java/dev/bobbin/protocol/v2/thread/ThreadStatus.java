package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a thread is doing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThreadStatus.NotLoaded.class, name = "notLoaded"),
    @JsonSubTypes.Type(value = ThreadStatus.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = ThreadStatus.SystemError.class, name = "systemError"),
    @JsonSubTypes.Type(value = ThreadStatus.Active.class, name = "active"),
})
public sealed interface ThreadStatus {
    /** The thread is stored but not loaded. */
    record NotLoaded() implements ThreadStatus {}

    /** The thread is loaded and does nothing. */
    record Idle() implements ThreadStatus {}

    /** The last turn failed. */
    record SystemError() implements ThreadStatus {}

    /** A turn runs; the flags say what it waits for. */
    record Active(List<ThreadActiveFlag> activeFlags) implements ThreadStatus {}
}
