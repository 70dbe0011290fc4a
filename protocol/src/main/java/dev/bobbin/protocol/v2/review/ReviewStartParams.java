package dev.bobbin.protocol.v2.review;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code review/start}. */
public record ReviewStartParams(
        String threadId, ReviewTarget target, @Nullable ReviewDelivery delivery) implements ThreadScoped {}
