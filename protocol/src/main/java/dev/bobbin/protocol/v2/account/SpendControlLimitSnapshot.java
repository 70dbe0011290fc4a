package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireInt;

/** A spending limit and its use at a moment. */
public record SpendControlLimitSnapshot(
        String limit, String used, @WireInt("i32") int remainingPercent, long resetsAt) {}
