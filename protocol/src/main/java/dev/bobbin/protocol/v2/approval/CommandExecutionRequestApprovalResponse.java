package dev.bobbin.protocol.v2.approval;

/** Answer to {@code item/commandExecution/requestApproval}. */
public record CommandExecutionRequestApprovalResponse(CommandExecutionApprovalDecision decision) {}
