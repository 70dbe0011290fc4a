package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/realtime/appendText}. */
public record ThreadRealtimeAppendTextParams(String threadId, String text) implements ThreadScoped {}
