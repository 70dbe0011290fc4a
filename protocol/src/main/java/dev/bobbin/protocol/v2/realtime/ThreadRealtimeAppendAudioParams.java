package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/realtime/appendAudio}. */
public record ThreadRealtimeAppendAudioParams(String threadId, ThreadRealtimeAudioChunk audio)
        implements ThreadScoped {}
