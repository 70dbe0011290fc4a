package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code model/list}. */
public record ModelListParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable Boolean includeHidden) {}
