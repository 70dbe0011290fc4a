package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/transcript/delta}. */
public record ThreadRealtimeTranscriptDeltaNotification(String threadId, String role, String delta)
        implements ThreadScoped {}
