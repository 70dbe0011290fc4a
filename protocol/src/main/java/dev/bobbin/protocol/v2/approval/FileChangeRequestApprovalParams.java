package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code item/fileChange/requestApproval}.
 *
 * @param startedAtMs Unix milliseconds
 * @param grantRoot a directory to which the approval would extend
 */
public record FileChangeRequestApprovalParams(
        String threadId,
        String turnId,
        String itemId,
        long startedAtMs,
        @Nullable String reason,
        @Nullable String grantRoot)
        implements ThreadScoped {}
