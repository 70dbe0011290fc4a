package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v1.ApplyPatchApprovalParams;
import dev.bobbin.protocol.v1.ApplyPatchApprovalResponse;
import dev.bobbin.protocol.v1.ExecCommandApprovalParams;
import dev.bobbin.protocol.v1.ExecCommandApprovalResponse;
import dev.bobbin.protocol.v2.account.AttestationGenerateParams;
import dev.bobbin.protocol.v2.account.AttestationGenerateResponse;
import dev.bobbin.protocol.v2.account.ChatgptAuthTokensRefreshParams;
import dev.bobbin.protocol.v2.account.ChatgptAuthTokensRefreshResponse;
import dev.bobbin.protocol.v2.approval.CommandExecutionRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.CommandExecutionRequestApprovalResponse;
import dev.bobbin.protocol.v2.approval.DynamicToolCallParams;
import dev.bobbin.protocol.v2.approval.DynamicToolCallResponse;
import dev.bobbin.protocol.v2.approval.FileChangeRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.FileChangeRequestApprovalResponse;
import dev.bobbin.protocol.v2.approval.PermissionsRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.PermissionsRequestApprovalResponse;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputParams;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputResponse;
import dev.bobbin.protocol.v2.mcp.McpServerElicitationRequestParams;
import dev.bobbin.protocol.v2.mcp.McpServerElicitationRequestResponse;
import org.jspecify.annotations.Nullable;

/** Every request that the server may send to a client. */
public final class ServerMethods {
    /** {@code item/commandExecution/requestApproval} */
    public static final Method<CommandExecutionRequestApprovalParams, CommandExecutionRequestApprovalResponse>
            ITEM_COMMAND_EXECUTION_REQUEST_APPROVAL = Method.of(
                    "item/commandExecution/requestApproval",
                    CommandExecutionRequestApprovalParams.class,
                    CommandExecutionRequestApprovalResponse.class,
                    LaneRule.THREAD);

    /** {@code item/fileChange/requestApproval} */
    public static final Method<FileChangeRequestApprovalParams, FileChangeRequestApprovalResponse>
            ITEM_FILE_CHANGE_REQUEST_APPROVAL = Method.of(
                    "item/fileChange/requestApproval",
                    FileChangeRequestApprovalParams.class,
                    FileChangeRequestApprovalResponse.class,
                    LaneRule.THREAD);

    /** {@code item/tool/requestUserInput} */
    public static final Method<ToolRequestUserInputParams, ToolRequestUserInputResponse> ITEM_TOOL_REQUEST_USER_INPUT =
            Method.of(
                    "item/tool/requestUserInput",
                    ToolRequestUserInputParams.class,
                    ToolRequestUserInputResponse.class,
                    LaneRule.THREAD);

    /** {@code mcpServer/elicitation/request} */
    public static final Method<McpServerElicitationRequestParams, McpServerElicitationRequestResponse>
            MCP_SERVER_ELICITATION_REQUEST = Method.of(
                    "mcpServer/elicitation/request",
                    McpServerElicitationRequestParams.class,
                    McpServerElicitationRequestResponse.class,
                    LaneRule.THREAD);

    /** {@code item/permissions/requestApproval} */
    public static final Method<PermissionsRequestApprovalParams, PermissionsRequestApprovalResponse>
            ITEM_PERMISSIONS_REQUEST_APPROVAL = Method.of(
                    "item/permissions/requestApproval",
                    PermissionsRequestApprovalParams.class,
                    PermissionsRequestApprovalResponse.class,
                    LaneRule.THREAD);

    /** {@code item/tool/call} */
    public static final Method<DynamicToolCallParams, DynamicToolCallResponse> ITEM_TOOL_CALL =
            Method.of("item/tool/call", DynamicToolCallParams.class, DynamicToolCallResponse.class, LaneRule.THREAD);

    /** {@code account/chatgptAuthTokens/refresh} */
    public static final Method<ChatgptAuthTokensRefreshParams, ChatgptAuthTokensRefreshResponse>
            ACCOUNT_CHATGPT_AUTH_TOKENS_REFRESH = Method.of(
                    "account/chatgptAuthTokens/refresh",
                    ChatgptAuthTokensRefreshParams.class,
                    ChatgptAuthTokensRefreshResponse.class,
                    LaneRule.UNORDERED);

    /** {@code attestation/generate} */
    public static final Method<AttestationGenerateParams, AttestationGenerateResponse> ATTESTATION_GENERATE = Method.of(
            "attestation/generate",
            AttestationGenerateParams.class,
            AttestationGenerateResponse.class,
            LaneRule.UNORDERED);

    /** {@code applyPatchApproval} */
    public static final Method<ApplyPatchApprovalParams, ApplyPatchApprovalResponse> APPLY_PATCH_APPROVAL = Method.of(
            "applyPatchApproval", ApplyPatchApprovalParams.class, ApplyPatchApprovalResponse.class, LaneRule.UNORDERED);

    /** {@code execCommandApproval} */
    public static final Method<ExecCommandApprovalParams, ExecCommandApprovalResponse> EXEC_COMMAND_APPROVAL =
            Method.of(
                    "execCommandApproval",
                    ExecCommandApprovalParams.class,
                    ExecCommandApprovalResponse.class,
                    LaneRule.UNORDERED);

    private ServerMethods() {}

    /** The row with this wire name, or null. */
    public static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "item/commandExecution/requestApproval" -> ITEM_COMMAND_EXECUTION_REQUEST_APPROVAL;
            case "item/fileChange/requestApproval" -> ITEM_FILE_CHANGE_REQUEST_APPROVAL;
            case "item/tool/requestUserInput" -> ITEM_TOOL_REQUEST_USER_INPUT;
            case "mcpServer/elicitation/request" -> MCP_SERVER_ELICITATION_REQUEST;
            case "item/permissions/requestApproval" -> ITEM_PERMISSIONS_REQUEST_APPROVAL;
            case "item/tool/call" -> ITEM_TOOL_CALL;
            case "account/chatgptAuthTokens/refresh" -> ACCOUNT_CHATGPT_AUTH_TOKENS_REFRESH;
            case "attestation/generate" -> ATTESTATION_GENERATE;
            case "applyPatchApproval" -> APPLY_PATCH_APPROVAL;
            case "execCommandApproval" -> EXEC_COMMAND_APPROVAL;
            default -> null;
        };
    }
}
