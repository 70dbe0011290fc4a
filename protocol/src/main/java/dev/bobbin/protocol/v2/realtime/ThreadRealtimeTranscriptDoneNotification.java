package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/transcript/done}. */
public record ThreadRealtimeTranscriptDoneNotification(String threadId, String role, String text)
        implements ThreadScoped {}
