package dev.bobbin.protocol.v2.realtime;

/** Answer to {@code thread/realtime/start}. */
public record ThreadRealtimeStartResponse() {}
