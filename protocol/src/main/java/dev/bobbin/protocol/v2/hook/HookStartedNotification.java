package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code hook/started}. */
public record HookStartedNotification(
        String threadId, @Nullable String turnId, HookRunSummary run) implements ThreadScoped {}
