package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code item/permissions/requestApproval}. */
public record PermissionsRequestApprovalParams(
        String threadId,
        String turnId,
        String itemId,
        @Nullable String environmentId,
        long startedAtMs,
        @AbsolutePath String cwd,
        @Nullable String reason,
        RequestPermissionProfile permissions)
        implements ThreadScoped {}
