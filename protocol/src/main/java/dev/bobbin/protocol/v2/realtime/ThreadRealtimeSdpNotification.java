package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/realtime/sdp}. */
public record ThreadRealtimeSdpNotification(String threadId, String sdp) implements ThreadScoped {}
