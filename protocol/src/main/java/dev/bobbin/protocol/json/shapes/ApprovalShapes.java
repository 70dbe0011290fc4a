package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ApprovalShapes {
    private ApprovalShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ActivePermissionProfile id:S base>extends?:S
                AdditionalFileSystemPermissions read?:[A write?:[A globScanMaxDepth-:usize entries-:[Lv2.approval.FileSystemSandboxEntry
                AdditionalNetworkPermissions enabled?:B
                AdditionalPermissionProfile network?:Lv2.approval.AdditionalNetworkPermissions fileSystem?:Lv2.approval.AdditionalFileSystemPermissions
                AskForApproval$Granular sandboxApproval>sandbox_approval:B rules:B skillApproval>skill_approval=:B requestPermissions>request_permissions=:B mcpElicitations>mcp_elicitations:B
                AskForApproval$Never
                AskForApproval$OnFailure
                AskForApproval$OnRequest
                AskForApproval$Untrusted
                AskForApproval = untrusted:Untrusted on-failure:OnFailure on-request:OnRequest granular:Granular never:Never
                CommandExecutionApprovalDecision$Accept
                CommandExecutionApprovalDecision$AcceptForSession
                CommandExecutionApprovalDecision$AcceptWithExecpolicyAmendment execpolicyAmendment>execpolicy_amendment:[S
                CommandExecutionApprovalDecision$ApplyNetworkPolicyAmendment networkPolicyAmendment>network_policy_amendment:Lv2.approval.NetworkPolicyAmendment
                CommandExecutionApprovalDecision$Cancel
                CommandExecutionApprovalDecision$Decline
                CommandExecutionApprovalDecision = accept:Accept acceptForSession:AcceptForSession acceptWithExecpolicyAmendment:AcceptWithExecpolicyAmendment applyNetworkPolicyAmendment:ApplyNetworkPolicyAmendment decline:Decline cancel:Cancel
                CommandExecutionRequestApprovalParams threadId:S turnId:S itemId:S startedAtMs:i64 approvalId-:S reason-:S networkApprovalContext-:Lv2.approval.NetworkApprovalContext command-:S cwd-:A commandActions-:[Lv2.item.CommandAction additionalPermissions-:Lv2.approval.AdditionalPermissionProfile proposedExecpolicyAmendment-:[S proposedNetworkPolicyAmendments-:[Lv2.approval.NetworkPolicyAmendment availableDecisions-:[Lv2.approval.CommandExecutionApprovalDecision
                CommandExecutionRequestApprovalResponse decision:Lv2.approval.CommandExecutionApprovalDecision
                DynamicToolCallParams threadId:S turnId:S callId:S namespace?:S tool:S arguments:J
                DynamicToolCallResponse contentItems:[Lv2.item.DynamicToolCallOutputContentItem success:B
                FileChangeRequestApprovalParams threadId:S turnId:S itemId:S startedAtMs:i64 reason?:S grantRoot?:S
                FileChangeRequestApprovalResponse decision:Lv2.approval.FileChangeApprovalDecision
                FileSystemPath$GlobPattern pattern:S
                FileSystemPath$Path path:A
                FileSystemPath$Special value:Lv2.approval.FileSystemSpecialPath
                FileSystemPath =type path:Path glob_pattern:GlobPattern special:Special
                FileSystemSandboxEntry path:Lv2.approval.FileSystemPath access:Lv2.approval.FileSystemAccessMode
                FileSystemSpecialPath$Minimal
                FileSystemSpecialPath$ProjectRoots subpath?:S
                FileSystemSpecialPath$Root
                FileSystemSpecialPath$SlashTmp
                FileSystemSpecialPath$Tmpdir
                FileSystemSpecialPath$Unknown path:S subpath?:S
                FileSystemSpecialPath =kind root:Root minimal:Minimal project_roots:ProjectRoots tmpdir:Tmpdir slash_tmp:SlashTmp unknown:Unknown
                GrantedPermissionProfile network-:Lv2.approval.AdditionalNetworkPermissions fileSystem-:Lv2.approval.AdditionalFileSystemPermissions
                GuardianApprovalReview status:Lv2.approval.GuardianApprovalReviewStatus riskLevel?:Lv2.approval.GuardianRiskLevel userAuthorization?:Lv2.approval.GuardianUserAuthorization rationale?:S
                GuardianApprovalReviewAction$ApplyPatch cwd:A files:[A
                GuardianApprovalReviewAction$Command source:Lv2.approval.GuardianCommandSource command:S cwd:A
                GuardianApprovalReviewAction$Execve source:Lv2.approval.GuardianCommandSource program:S argv:[S cwd:A
                GuardianApprovalReviewAction$McpToolCall server:S toolName:S connectorId?:S connectorName?:S toolTitle?:S
                GuardianApprovalReviewAction$NetworkAccess target:S host:S protocol:Lv2.approval.NetworkApprovalProtocol port:u16
                GuardianApprovalReviewAction$RequestPermissions reason?:S permissions:Lv2.approval.RequestPermissionProfile
                GuardianApprovalReviewAction =type command:Command execve:Execve applyPatch:ApplyPatch networkAccess:NetworkAccess mcpToolCall:McpToolCall requestPermissions:RequestPermissions
                ItemGuardianApprovalReviewCompletedNotification threadId:S turnId:S startedAtMs:i64 completedAtMs:i64 reviewId:S targetItemId?:S decisionSource:Lv2.approval.AutoReviewDecisionSource review:Lv2.approval.GuardianApprovalReview action:Lv2.approval.GuardianApprovalReviewAction
                ItemGuardianApprovalReviewStartedNotification threadId:S turnId:S startedAtMs:i64 reviewId:S targetItemId?:S review:Lv2.approval.GuardianApprovalReview action:Lv2.approval.GuardianApprovalReviewAction
                NetworkApprovalContext host:S protocol:Lv2.approval.NetworkApprovalProtocol
                NetworkPolicyAmendment host:S action:Lv2.approval.NetworkPolicyRuleAction
                PermissionProfileListParams cursor?:S limit?:u32 cwd?:S
                PermissionProfileListResponse data:[Lv2.approval.PermissionProfileSummary nextCursor?:S
                PermissionProfileSummary id:S description?:S
                PermissionsRequestApprovalParams threadId:S turnId:S itemId:S environmentId?:S startedAtMs:i64 cwd:A reason?:S permissions:Lv2.approval.RequestPermissionProfile
                PermissionsRequestApprovalResponse permissions:Lv2.approval.GrantedPermissionProfile scope=turn:Lv2.approval.PermissionGrantScope strictAutoReview=:B
                RequestPermissionProfile network?:Lv2.approval.AdditionalNetworkPermissions fileSystem?:Lv2.approval.AdditionalFileSystemPermissions
                SandboxPolicy$DangerFullAccess
                SandboxPolicy$ExternalSandbox networkAccess=restricted:Lv2.approval.NetworkAccess
                SandboxPolicy$ReadOnly networkAccess=:B
                SandboxPolicy$WorkspaceWrite writableRoots=:[A networkAccess=:B excludeTmpdirEnvVar=:B excludeSlashTmp=:B
                SandboxPolicy =type dangerFullAccess:DangerFullAccess readOnly:ReadOnly externalSandbox:ExternalSandbox workspaceWrite:WorkspaceWrite
                ServerRequestResolvedNotification threadId:S requestId:N
                ThreadApproveGuardianDeniedActionParams threadId:S event:J
                ThreadApproveGuardianDeniedActionResponse
                ToolRequestUserInputAnswer answers:[S
                ToolRequestUserInputOption label:S description:S
                ToolRequestUserInputParams threadId:S turnId:S itemId:S questions:[Lv2.approval.ToolRequestUserInputQuestion
                ToolRequestUserInputQuestion id:S header:S question:S isOther=:B isSecret=:B options?:[Lv2.approval.ToolRequestUserInputOption
                ToolRequestUserInputResponse answers:{Lv2.approval.ToolRequestUserInputAnswer
                """;
    }
}
