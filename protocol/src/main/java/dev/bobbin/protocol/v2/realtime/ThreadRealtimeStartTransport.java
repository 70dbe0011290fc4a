package dev.bobbin.protocol.v2.realtime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the sound travels. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThreadRealtimeStartTransport.Websocket.class, name = "websocket"),
    @JsonSubTypes.Type(value = ThreadRealtimeStartTransport.Webrtc.class, name = "webrtc"),
})
public sealed interface ThreadRealtimeStartTransport {
    /** The {@code websocket} form. */
    record Websocket() implements ThreadRealtimeStartTransport {}

    /** The {@code webrtc} form. */
    record Webrtc(String sdp) implements ThreadRealtimeStartTransport {}
}
