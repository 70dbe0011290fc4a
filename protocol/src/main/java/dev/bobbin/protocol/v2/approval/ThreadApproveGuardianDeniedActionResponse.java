package dev.bobbin.protocol.v2.approval;

/** Answer to {@code thread/approveGuardianDeniedAction}. */
public record ThreadApproveGuardianDeniedActionResponse() {}
