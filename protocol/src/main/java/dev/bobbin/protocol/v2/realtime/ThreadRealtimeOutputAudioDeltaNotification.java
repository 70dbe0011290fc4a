package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/outputAudio/delta}. */
public record ThreadRealtimeOutputAudioDeltaNotification(String threadId, ThreadRealtimeAudioChunk audio)
        implements ThreadScoped {}
