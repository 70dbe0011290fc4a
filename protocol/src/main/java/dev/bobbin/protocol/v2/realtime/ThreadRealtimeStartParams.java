package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/realtime/start}. */
public record ThreadRealtimeStartParams(
        String threadId,
        RealtimeOutputModality outputModality,
        Patch<String> prompt,
        @Nullable String realtimeSessionId,
        @Nullable ThreadRealtimeStartTransport transport,
        @Nullable RealtimeVoice voice)
        implements ThreadScoped {}
