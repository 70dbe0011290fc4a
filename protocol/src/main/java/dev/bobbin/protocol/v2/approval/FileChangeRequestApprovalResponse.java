package dev.bobbin.protocol.v2.approval;

/** Answer to {@code item/fileChange/requestApproval}. */
public record FileChangeRequestApprovalResponse(FileChangeApprovalDecision decision) {}
