package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The action under automatic review. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.Command.class, name = "command"),
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.Execve.class, name = "execve"),
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.ApplyPatch.class, name = "applyPatch"),
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.NetworkAccess.class, name = "networkAccess"),
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.McpToolCall.class, name = "mcpToolCall"),
    @JsonSubTypes.Type(value = GuardianApprovalReviewAction.RequestPermissions.class, name = "requestPermissions"),
})
public sealed interface GuardianApprovalReviewAction {
    /** The {@code command} form. */
    record Command(
            GuardianCommandSource source,
            String command,
            @AbsolutePath String cwd) implements GuardianApprovalReviewAction {}

    /** The {@code execve} form. */
    record Execve(
            GuardianCommandSource source,
            String program,
            List<String> argv,
            @AbsolutePath String cwd) implements GuardianApprovalReviewAction {}

    /** The {@code applyPatch} form. */
    record ApplyPatch(
            @AbsolutePath String cwd, @AbsolutePath List<String> files) implements GuardianApprovalReviewAction {}

    /** The {@code networkAccess} form. */
    record NetworkAccess(
            String target,
            String host,
            NetworkApprovalProtocol protocol,
            @WireInt("u16") int port) implements GuardianApprovalReviewAction {}

    /** The {@code mcpToolCall} form. */
    record McpToolCall(
            String server,
            String toolName,
            @Nullable String connectorId,
            @Nullable String connectorName,
            @Nullable String toolTitle)
            implements GuardianApprovalReviewAction {}

    /** The {@code requestPermissions} form. */
    record RequestPermissions(@Nullable String reason, RequestPermissionProfile permissions)
            implements GuardianApprovalReviewAction {}
}
