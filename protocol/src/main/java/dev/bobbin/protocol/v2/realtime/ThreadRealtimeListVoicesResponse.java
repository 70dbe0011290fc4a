package dev.bobbin.protocol.v2.realtime;

/** Answer to {@code thread/realtime/listVoices}. */
public record ThreadRealtimeListVoicesResponse(RealtimeVoicesList voices) {}
