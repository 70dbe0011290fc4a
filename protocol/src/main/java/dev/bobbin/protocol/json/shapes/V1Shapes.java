package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class V1Shapes {
    private V1Shapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ApplyPatchApprovalParams conversationId:S callId:S fileChanges:{Lv1.FileChange reason?:S grantRoot?:S
                ApplyPatchApprovalResponse decision:Lv1.ReviewDecision
                ConversationGitInfo sha?:S branch?:S originUrl>origin_url?:S
                ConversationSummary conversationId:S path:S preview:S timestamp?:S updatedAt?:S modelProvider:S cwd:S cliVersion:S source:Lv2.thread.SessionSource gitInfo?:Lv1.ConversationGitInfo
                ExecCommandApprovalParams conversationId:S callId:S approvalId?:S command:[S cwd:S reason?:S parsedCmd:[Lv1.ParsedCommand
                ExecCommandApprovalResponse decision:Lv1.ReviewDecision
                FileChange$Add content:S
                FileChange$Delete content:S
                FileChange$Update unifiedDiff>unified_diff:S movePath>move_path?:S
                FileChange =type add:Add delete:Delete update:Update
                GetAuthStatusParams includeToken?:B refreshToken?:B
                GetAuthStatusResponse authMethod?:Lv2.account.AuthMode authToken?:S requiresOpenaiAuth?:B
                GetConversationSummaryParams rolloutPath?:S conversationId?:S
                GetConversationSummaryResponse summary:Lv1.ConversationSummary
                GitDiffToRemoteParams cwd:S
                GitDiffToRemoteResponse sha:S diff:S
                ParsedCommand$ListFiles cmd:S path?:S
                ParsedCommand$Read cmd:S name:S path:S
                ParsedCommand$Search cmd:S query?:S path?:S
                ParsedCommand$Unknown cmd:S
                ParsedCommand =type read:Read list_files:ListFiles search:Search unknown:Unknown
                ReviewDecision$Abort
                ReviewDecision$Approved
                ReviewDecision$ApprovedExecpolicyAmendment proposedExecpolicyAmendment>proposed_execpolicy_amendment:[S
                ReviewDecision$ApprovedForSession
                ReviewDecision$Denied
                ReviewDecision$NetworkPolicyAmendment networkPolicyAmendment>network_policy_amendment:Lv2.approval.NetworkPolicyAmendment
                ReviewDecision$TimedOut
                ReviewDecision = approved:Approved approved_execpolicy_amendment:ApprovedExecpolicyAmendment approved_for_session:ApprovedForSession network_policy_amendment:NetworkPolicyAmendment denied:Denied timed_out:TimedOut abort:Abort
                """;
    }
}
