package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Announced as {@code thread/name/updated}. */
public record ThreadNameUpdatedNotification(
        String threadId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String threadName) implements ThreadScoped {}
