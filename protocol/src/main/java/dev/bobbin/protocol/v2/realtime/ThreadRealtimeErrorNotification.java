package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/error}. */
public record ThreadRealtimeErrorNotification(String threadId, String message) implements ThreadScoped {}
