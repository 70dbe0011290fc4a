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
    /** The {@code accept} form. */
    record Accept() implements CommandExecutionApprovalDecision {}

    /** The {@code acceptForSession} form. */
    record AcceptForSession() implements CommandExecutionApprovalDecision {}

    /** The {@code acceptWithExecpolicyAmendment} form. */
    record AcceptWithExecpolicyAmendment(
            @JsonProperty("execpolicy_amendment") List<String> execpolicyAmendment)
            implements CommandExecutionApprovalDecision {}

    /** The {@code applyNetworkPolicyAmendment} form. */
    record ApplyNetworkPolicyAmendment(
            @JsonProperty("network_policy_amendment") NetworkPolicyAmendment networkPolicyAmendment)
            implements CommandExecutionApprovalDecision {}

    /** The {@code decline} form. */
    record Decline() implements CommandExecutionApprovalDecision {}

    /** The {@code cancel} form. */
    record Cancel() implements CommandExecutionApprovalDecision {}
}
