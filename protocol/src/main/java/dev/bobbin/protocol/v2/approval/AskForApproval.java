package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.Defaulted;

/** When a command or patch must be approved before it runs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = AskForApproval.Untrusted.class, name = "untrusted"),
    @JsonSubTypes.Type(value = AskForApproval.OnFailure.class, name = "on-failure"),
    @JsonSubTypes.Type(value = AskForApproval.OnRequest.class, name = "on-request"),
    @JsonSubTypes.Type(value = AskForApproval.Granular.class, name = "granular"),
    @JsonSubTypes.Type(value = AskForApproval.Never.class, name = "never"),
})
public sealed interface AskForApproval {
    /** The {@code untrusted} form. */
    record Untrusted() implements AskForApproval {}

    /** The {@code on-failure} form. */
    record OnFailure() implements AskForApproval {}

    /** The {@code on-request} form. */
    record OnRequest() implements AskForApproval {}

    /** The {@code granular} form. */
    record Granular(
            @JsonProperty("sandbox_approval") boolean sandboxApproval,
            boolean rules,
            @JsonProperty("skill_approval") @Defaulted boolean skillApproval,
            @JsonProperty("request_permissions") @Defaulted boolean requestPermissions,
            @JsonProperty("mcp_elicitations") boolean mcpElicitations)
            implements AskForApproval {}

    /** The {@code never} form. */
    record Never() implements AskForApproval {}
}
