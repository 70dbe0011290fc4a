package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/loaded/list}. */
public record ThreadLoadedListParams(
        @Nullable String cursor, @WireInt("u32") @Nullable Long limit) {}
