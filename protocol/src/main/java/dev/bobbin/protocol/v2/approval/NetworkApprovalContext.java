package dev.bobbin.protocol.v2.approval;

/** The host that a blocked command tried to reach. */
public record NetworkApprovalContext(String host, NetworkApprovalProtocol protocol) {}
