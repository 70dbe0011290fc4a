package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code thread/realtime/started}. */
public record ThreadRealtimeStartedNotification(
        String threadId, @Nullable String realtimeSessionId, RealtimeConversationVersion version)
        implements ThreadScoped {}
