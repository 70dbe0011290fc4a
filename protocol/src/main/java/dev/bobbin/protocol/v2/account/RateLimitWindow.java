package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Use within a window of time; the reset is in Unix seconds. */
public record RateLimitWindow(
        @WireInt("i32") int usedPercent,
        @Nullable Long windowDurationMins,
        @Nullable Long resetsAt) {}
