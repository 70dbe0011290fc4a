package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** The user's word on a command that wants to run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommandExecutionApprovalDecision.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = CommandExecutionApprovalDecision.AcceptForSession.class, name = "acceptForSession"),
    @JsonSubTypes.Type(
            value = CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment.class,
            name = "acceptWithExecpolicyAmendment"),
    @JsonSubTypes.Type(
            value = CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment.class,
            name = "applyNetworkPolicyAmendment"),
    @JsonSubTypes.Type(value = CommandExecutionApprovalDecision.Decline.class, name = "decline"),
    @JsonSubTypes.Type(value = CommandExecutionApprovalDecision.Cancel.class, name = "cancel"),
})
public sealed interface CommandExecutionApprovalDecision {
    /** Runs the command. */
    record Accept() implements CommandExecutionApprovalDecision {}

    /** Runs the command, and its like in this session without asking. */
    record AcceptForSession() implements CommandExecutionApprovalDecision {}

    /** Runs the command and allows what begins like it for good. */
    record AcceptWithExecpolicyAmendment(
            @JsonProperty("execpolicy_amendment") List<String> execpolicyAmendment)
            implements CommandExecutionApprovalDecision {}

    /** Makes a rule about the host. */
    record ApplyNetworkPolicyAmendment(
            @JsonProperty("network_policy_amendment") NetworkPolicyAmendment networkPolicyAmendment)
            implements CommandExecutionApprovalDecision {}

    /** Refuses the command; the turn goes on. */
    record Decline() implements CommandExecutionApprovalDecision {}

    /** Refuses the command and interrupts the turn. */
    record Cancel() implements CommandExecutionApprovalDecision {}
}
