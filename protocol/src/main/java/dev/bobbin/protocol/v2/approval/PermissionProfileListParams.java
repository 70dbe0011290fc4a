package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code permissionProfile/list}. */
public record PermissionProfileListParams(
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable String cwd) {}
