package dev.bobbin.protocol.v2.approval;

/** A lasting rule about a host. */
public record NetworkPolicyAmendment(String host, NetworkPolicyRuleAction action) {}
