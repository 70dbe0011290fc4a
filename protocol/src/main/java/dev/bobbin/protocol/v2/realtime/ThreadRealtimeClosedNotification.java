package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code thread/realtime/closed}. */
public record ThreadRealtimeClosedNotification(
        String threadId, @Nullable String reason) implements ThreadScoped {}
