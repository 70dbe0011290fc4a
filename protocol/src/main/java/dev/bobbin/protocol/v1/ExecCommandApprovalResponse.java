package dev.bobbin.protocol.v1;

/** Answer to {@code execCommandApproval}. */
public record ExecCommandApprovalResponse(ReviewDecision decision) {}
