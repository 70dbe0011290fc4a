package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;

/** Announced as {@code thread/settings/updated}. */
public record ThreadSettingsUpdatedNotification(String threadId, ThreadSettings threadSettings)
        implements ThreadScoped {}
