package dev.bobbin.protocol.v1;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code applyPatchApproval}. */
public record ApplyPatchApprovalParams(
        String conversationId,
        String callId,
        Map<String, FileChange> fileChanges,
        @Nullable String reason,
        @Nullable String grantRoot) {}
