package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/realtime/stop}. */
public record ThreadRealtimeStopParams(String threadId) implements ThreadScoped {}
