package dev.bobbin.protocol.v2.realtime;

/** Answer to {@code thread/realtime/appendText}. */
public record ThreadRealtimeAppendTextResponse() {}
