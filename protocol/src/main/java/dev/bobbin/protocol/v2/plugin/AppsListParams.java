package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code app/list}. */
public record AppsListParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable String threadId,
        @Defaulted boolean forceRefetch) {}
