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
    /** Asks for everything that is not known to be safe. */
    record Untrusted() implements AskForApproval {}

    /** Asks when a command failed in the sandbox. */
    record OnFailure() implements AskForApproval {}

    /** Asks when the model wants to. */
    record OnRequest() implements AskForApproval {}

    /** Asks by kind of question; what is switched off is refused unasked. */
    record Granular(
            @JsonProperty("sandbox_approval") boolean sandboxApproval,
            boolean rules,
            @JsonProperty("skill_approval") @Defaulted boolean skillApproval,
            @JsonProperty("request_permissions") @Defaulted boolean requestPermissions,
            @JsonProperty("mcp_elicitations") boolean mcpElicitations)
            implements AskForApproval {}

    /** Never asks. */
    record Never() implements AskForApproval {}
}
