package dev.bobbin.protocol.v2.realtime;

/** Parameters of {@code thread/realtime/listVoices}. */
public record ThreadRealtimeListVoicesParams() {}
