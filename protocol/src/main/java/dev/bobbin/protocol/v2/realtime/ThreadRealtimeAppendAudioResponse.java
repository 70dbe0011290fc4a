package dev.bobbin.protocol.v2.realtime;

/** Answer to {@code thread/realtime/appendAudio}. */
public record ThreadRealtimeAppendAudioResponse() {}
