package dev.bobbin.protocol.v1;

/** Answer to {@code applyPatchApproval}. */
public record ApplyPatchApprovalResponse(ReviewDecision decision) {}
