package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class TurnShapes {
    private TurnShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                AdditionalContextEntry value:S kind:Lv2.turn.AdditionalContextKind
                CodexErrorInfo$ActiveTurnNotSteerable turnKind:Lv2.turn.NonSteerableTurnKind
                CodexErrorInfo$BadRequest
                CodexErrorInfo$ContextWindowExceeded
                CodexErrorInfo$CyberPolicy
                CodexErrorInfo$HttpConnectionFailed httpStatusCode?:u16
                CodexErrorInfo$InternalServerError
                CodexErrorInfo$Other
                CodexErrorInfo$ResponseStreamConnectionFailed httpStatusCode?:u16
                CodexErrorInfo$ResponseStreamDisconnected httpStatusCode?:u16
                CodexErrorInfo$ResponseTooManyFailedAttempts httpStatusCode?:u16
                CodexErrorInfo$SandboxError
                CodexErrorInfo$ServerOverloaded
                CodexErrorInfo$ThreadRollbackFailed
                CodexErrorInfo$Unauthorized
                CodexErrorInfo$UsageLimitExceeded
                CodexErrorInfo = contextWindowExceeded:ContextWindowExceeded usageLimitExceeded:UsageLimitExceeded serverOverloaded:ServerOverloaded cyberPolicy:CyberPolicy httpConnectionFailed:HttpConnectionFailed responseStreamConnectionFailed:ResponseStreamConnectionFailed internalServerError:InternalServerError unauthorized:Unauthorized badRequest:BadRequest threadRollbackFailed:ThreadRollbackFailed sandboxError:SandboxError responseStreamDisconnected:ResponseStreamDisconnected responseTooManyFailedAttempts:ResponseTooManyFailedAttempts activeTurnNotSteerable:ActiveTurnNotSteerable other:Other
                CollaborationMode mode:Lv2.turn.ModeKind settings:Lv2.turn.Settings
                ErrorNotification error:Lv2.turn.TurnError willRetry:B threadId:S turnId:S
                Settings model:S reasoningEffort>reasoning_effort?:Lv2.item.ReasoningEffort developerInstructions>developer_instructions?:S
                ThreadTokenUsage total:Lv2.turn.TokenUsageBreakdown last:Lv2.turn.TokenUsageBreakdown modelContextWindow?:i64
                TokenUsageBreakdown totalTokens:i64 inputTokens:i64 cachedInputTokens:i64 outputTokens:i64 reasoningOutputTokens:i64
                Turn id:S items:[Lv2.item.ThreadItem itemsView=full:Lv2.turn.TurnItemsView status:Lv2.turn.TurnStatus error?:Lv2.turn.TurnError startedAt?:i64 completedAt?:i64 durationMs?:i64
                TurnCompletedNotification threadId:S turn:Lv2.turn.Turn
                TurnDiffUpdatedNotification threadId:S turnId:S diff:S
                TurnEnvironmentParams environmentId:S cwd:A
                TurnError message:S codexErrorInfo?:Lv2.turn.CodexErrorInfo additionalDetails?:S
                TurnInterruptParams threadId:S turnId:S
                TurnInterruptResponse
                TurnPlanStep step:S status:Lv2.turn.TurnPlanStepStatus
                TurnPlanUpdatedNotification threadId:S turnId:S explanation?:S plan:[Lv2.turn.TurnPlanStep
                TurnRunParams threadId:S clientUserMessageId?:S input:[Lv2.item.UserInput responsesapiClientMetadata?!:{S additionalContext?!:{Lv2.turn.AdditionalContextEntry environments?!:[Lv2.turn.TurnEnvironmentParams cwd?:S runtimeWorkspaceRoots?!:[S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandboxPolicy?:Lv2.approval.SandboxPolicy permissions?!:S model?:S serviceTier-:~S effort?:Lv2.item.ReasoningEffort summary?:Lv2.turn.ReasoningSummary personality?:Lv2.turn.Personality outputSchema?:J collaborationMode?!:Lv2.turn.CollaborationMode timeoutMs?:u64
                TurnRunResponse turn:Lv2.turn.Turn usage?:Lv2.turn.ThreadTokenUsage error?:Lv2.turn.TurnError timedOut:B
                TurnStartParams threadId:S clientUserMessageId?:S input:[Lv2.item.UserInput responsesapiClientMetadata?!:{S additionalContext?!:{Lv2.turn.AdditionalContextEntry environments?!:[Lv2.turn.TurnEnvironmentParams cwd?:S runtimeWorkspaceRoots?!:[S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandboxPolicy?:Lv2.approval.SandboxPolicy permissions?!:S model?:S serviceTier-:~S effort?:Lv2.item.ReasoningEffort summary?:Lv2.turn.ReasoningSummary personality?:Lv2.turn.Personality outputSchema?:J collaborationMode?!:Lv2.turn.CollaborationMode
                TurnStartResponse turn:Lv2.turn.Turn
                TurnStartedNotification threadId:S turn:Lv2.turn.Turn
                TurnSteerParams threadId:S clientUserMessageId?:S input:[Lv2.item.UserInput responsesapiClientMetadata?!:{S additionalContext?!:{Lv2.turn.AdditionalContextEntry expectedTurnId:S
                TurnSteerResponse turnId:S
                TurnsPage data:[Lv2.turn.Turn nextCursor?:S backwardsCursor?:S
                """;
    }
}
