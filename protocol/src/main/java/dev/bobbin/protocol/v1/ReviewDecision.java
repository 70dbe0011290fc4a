package dev.bobbin.protocol.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** The user's word on a command or patch, in the older spelling. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReviewDecision.Approved.class, name = "approved"),
    @JsonSubTypes.Type(
            value = ReviewDecision.ApprovedExecpolicyAmendment.class,
            name = "approved_execpolicy_amendment"),
    @JsonSubTypes.Type(value = ReviewDecision.ApprovedForSession.class, name = "approved_for_session"),
    @JsonSubTypes.Type(value = ReviewDecision.NetworkPolicyAmendment.class, name = "network_policy_amendment"),
    @JsonSubTypes.Type(value = ReviewDecision.Denied.class, name = "denied"),
    @JsonSubTypes.Type(value = ReviewDecision.TimedOut.class, name = "timed_out"),
    @JsonSubTypes.Type(value = ReviewDecision.Abort.class, name = "abort"),
})
public sealed interface ReviewDecision {
    /** The {@code approved} form. */
    record Approved() implements ReviewDecision {}

    /** The {@code approved_execpolicy_amendment} form. */
    record ApprovedExecpolicyAmendment(
            @JsonProperty("proposed_execpolicy_amendment") List<String> proposedExecpolicyAmendment)
            implements ReviewDecision {}

    /** The {@code approved_for_session} form. */
    record ApprovedForSession() implements ReviewDecision {}

    /** The {@code network_policy_amendment} form. */
    record NetworkPolicyAmendment(
            @JsonProperty("network_policy_amendment")
            dev.bobbin.protocol.v2.approval.NetworkPolicyAmendment networkPolicyAmendment)
            implements ReviewDecision {}

    /** The {@code denied} form. */
    record Denied() implements ReviewDecision {}

    /** The {@code timed_out} form. */
    record TimedOut() implements ReviewDecision {}

    /** The {@code abort} form. */
    record Abort() implements ReviewDecision {}
}
