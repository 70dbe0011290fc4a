package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ThreadShapes {
    private ThreadShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ContextCompactedNotification threadId:S turnId:S
                DynamicToolSpec namespace-:S name:S description:S inputSchema:J deferLoading=:B
                GitInfo sha?:S branch?:S originUrl?:S
                SessionSource$AppServer
                SessionSource$Cli
                SessionSource$Custom name@:S
                SessionSource$Exec
                SessionSource$SubAgent source@:Lv2.thread.SubAgentSource
                SessionSource$Unknown
                SessionSource$Vscode
                SessionSource = cli:Cli vscode:Vscode exec:Exec appServer:AppServer custom:Custom subAgent:SubAgent unknown:Unknown
                SubAgentSource$Compact
                SubAgentSource$MemoryConsolidation
                SubAgentSource$Other name@:S
                SubAgentSource$Review
                SubAgentSource$ThreadSpawn parentThreadId>parent_thread_id:S depth:i32 agentPath>agent_path?:S agentNickname>agent_nickname?:S agentRole>agent_role?:S
                SubAgentSource = review:Review compact:Compact thread_spawn:ThreadSpawn memory_consolidation:MemoryConsolidation other:Other
                Thread id:S sessionId:S forkedFromId?:S parentThreadId?:S preview:S ephemeral:B modelProvider:S createdAt:i64 updatedAt:i64 status:Lv2.thread.ThreadStatus path?:S cwd:A cliVersion:S source:Lv2.thread.SessionSource threadSource?:Lv2.thread.ThreadSource agentNickname?:S agentRole?:S gitInfo?:Lv2.thread.GitInfo name?:S turns:[Lv2.turn.Turn
                ThreadArchiveParams threadId:S
                ThreadArchiveResponse
                ThreadArchivedNotification threadId:S
                ThreadBackgroundTerminalsCleanParams threadId:S
                ThreadBackgroundTerminalsCleanResponse
                ThreadClosedNotification threadId:S
                ThreadCompactStartParams threadId:S
                ThreadCompactStartResponse
                ThreadDecrementElicitationParams threadId:S
                ThreadDecrementElicitationResponse count:u64 paused:B
                ThreadDeleteParams threadId:S
                ThreadDeleteResponse
                ThreadDeletedNotification threadId:S
                ThreadForkParams threadId:S path?!:S model?:S modelProvider?:S serviceTier-:~S cwd?:S runtimeWorkspaceRoots?!:[S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandbox?:Lv2.approval.SandboxMode permissions?!:S config?:{J baseInstructions?:S developerInstructions?:S ephemeral=:B threadSource?:Lv2.thread.ThreadSource excludeTurns=!:B
                ThreadForkResponse thread:Lv2.thread.Thread model:S modelProvider:S serviceTier?:S cwd:A runtimeWorkspaceRoots=:[A instructionSources=:[A approvalPolicy:Lv2.approval.AskForApproval approvalsReviewer:Lv2.approval.ApprovalsReviewer sandbox:Lv2.approval.SandboxPolicy activePermissionProfile?:Lv2.approval.ActivePermissionProfile reasoningEffort?:Lv2.item.ReasoningEffort
                ThreadGoal threadId:S objective:S status:Lv2.thread.ThreadGoalStatus tokenBudget?:i64 tokensUsed:i64 timeUsedSeconds:i64 createdAt:i64 updatedAt:i64
                ThreadGoalClearParams threadId:S
                ThreadGoalClearResponse cleared:B
                ThreadGoalClearedNotification threadId:S
                ThreadGoalGetParams threadId:S
                ThreadGoalGetResponse goal?:Lv2.thread.ThreadGoal
                ThreadGoalSetParams threadId:S objective?:S status?:Lv2.thread.ThreadGoalStatus tokenBudget-:~i64
                ThreadGoalSetResponse goal:Lv2.thread.ThreadGoal
                ThreadGoalUpdatedNotification threadId:S turnId?:S goal:Lv2.thread.ThreadGoal
                ThreadIncrementElicitationParams threadId:S
                ThreadIncrementElicitationResponse count:u64 paused:B
                ThreadInjectItemsParams threadId:S items:[J
                ThreadInjectItemsResponse
                ThreadListParams cursor?:S limit?:u32 sortKey?:Lv2.thread.ThreadSortKey sortDirection?:Lv2.turn.SortDirection modelProviders?:[S sourceKinds?:[Lv2.thread.ThreadSourceKind archived?:B cwd?:T useStateDbOnly=:B searchTerm?:S
                ThreadListResponse data:[Lv2.thread.Thread nextCursor?:S backwardsCursor?:S
                ThreadLoadedListParams cursor?:S limit?:u32
                ThreadLoadedListResponse data:[S nextCursor?:S
                ThreadMemoryModeSetParams threadId:S mode:Lv2.thread.ThreadMemoryMode
                ThreadMemoryModeSetResponse
                ThreadMetadataGitInfoUpdateParams sha-:~S branch-:~S originUrl-:~S
                ThreadMetadataUpdateParams threadId:S gitInfo?:Lv2.thread.ThreadMetadataGitInfoUpdateParams
                ThreadMetadataUpdateResponse thread:Lv2.thread.Thread
                ThreadNameUpdatedNotification threadId:S threadName-:S
                ThreadReadParams threadId:S includeTurns=:B
                ThreadReadResponse thread:Lv2.thread.Thread
                ThreadResumeInitialTurnsPageParams limit?:u32 sortDirection?:Lv2.turn.SortDirection itemsView?:Lv2.turn.TurnItemsView
                ThreadResumeParams threadId:S history?!:[J path?!:S model?:S modelProvider?:S serviceTier-:~S cwd?:S runtimeWorkspaceRoots?!:[S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandbox?:Lv2.approval.SandboxMode permissions?!:S config?:{J baseInstructions?:S developerInstructions?:S personality?:Lv2.turn.Personality excludeTurns=!:B initialTurnsPage?!:Lv2.thread.ThreadResumeInitialTurnsPageParams
                ThreadResumeResponse thread:Lv2.thread.Thread model:S modelProvider:S serviceTier?:S cwd:A runtimeWorkspaceRoots=:[A instructionSources=:[A approvalPolicy:Lv2.approval.AskForApproval approvalsReviewer:Lv2.approval.ApprovalsReviewer sandbox:Lv2.approval.SandboxPolicy activePermissionProfile?:Lv2.approval.ActivePermissionProfile reasoningEffort?:Lv2.item.ReasoningEffort initialTurnsPage?:Lv2.turn.TurnsPage
                ThreadRollbackParams threadId:S numTurns:u32
                ThreadRollbackResponse thread:Lv2.thread.Thread
                ThreadSearchParams cursor?:S limit?:u32 sortKey?:Lv2.thread.ThreadSortKey sortDirection?:Lv2.turn.SortDirection sourceKinds?:[Lv2.thread.ThreadSourceKind archived?:B searchTerm:S
                ThreadSearchResponse data:[Lv2.thread.ThreadSearchResult nextCursor?:S backwardsCursor?:S
                ThreadSearchResult thread:Lv2.thread.Thread snippet:S
                ThreadSetNameParams threadId:S name:S
                ThreadSetNameResponse
                ThreadSettings cwd:A approvalPolicy:Lv2.approval.AskForApproval approvalsReviewer:Lv2.approval.ApprovalsReviewer sandboxPolicy:Lv2.approval.SandboxPolicy activePermissionProfile?:Lv2.approval.ActivePermissionProfile model:S modelProvider:S serviceTier?:S effort?:Lv2.item.ReasoningEffort summary?:Lv2.turn.ReasoningSummary collaborationMode:Lv2.turn.CollaborationMode personality?:Lv2.turn.Personality
                ThreadSettingsUpdateParams threadId:S cwd?:S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandboxPolicy?:Lv2.approval.SandboxPolicy permissions?:S model?:S serviceTier-:~S effort?:Lv2.item.ReasoningEffort summary?:Lv2.turn.ReasoningSummary collaborationMode?:Lv2.turn.CollaborationMode personality?:Lv2.turn.Personality
                ThreadSettingsUpdateResponse
                ThreadSettingsUpdatedNotification threadId:S threadSettings:Lv2.thread.ThreadSettings
                ThreadShellCommandParams threadId:S command:S
                ThreadShellCommandResponse
                ThreadStartParams model?:S modelProvider?:S serviceTier-:~S cwd?:S runtimeWorkspaceRoots?!:[S approvalPolicy?:Lv2.approval.AskForApproval approvalsReviewer?:Lv2.approval.ApprovalsReviewer sandbox?:Lv2.approval.SandboxMode permissions?!:S config?:{J serviceName?:S baseInstructions?:S developerInstructions?:S personality?:Lv2.turn.Personality ephemeral?:B sessionStartSource?:Lv2.thread.ThreadStartSource threadSource?:Lv2.thread.ThreadSource environments?!:[Lv2.turn.TurnEnvironmentParams dynamicTools?!:[Lv2.thread.DynamicToolSpec mockExperimentalField?!:S experimentalRawEvents=!:B
                ThreadStartResponse thread:Lv2.thread.Thread model:S modelProvider:S serviceTier?:S cwd:A runtimeWorkspaceRoots=:[A instructionSources=:[A approvalPolicy:Lv2.approval.AskForApproval approvalsReviewer:Lv2.approval.ApprovalsReviewer sandbox:Lv2.approval.SandboxPolicy activePermissionProfile?:Lv2.approval.ActivePermissionProfile reasoningEffort?:Lv2.item.ReasoningEffort
                ThreadStartedNotification thread:Lv2.thread.Thread
                ThreadStatus$Active activeFlags:[Lv2.thread.ThreadActiveFlag
                ThreadStatus$Idle
                ThreadStatus$NotLoaded
                ThreadStatus$SystemError
                ThreadStatus =type notLoaded:NotLoaded idle:Idle systemError:SystemError active:Active
                ThreadStatusChangedNotification threadId:S status:Lv2.thread.ThreadStatus
                ThreadTokenUsageUpdatedNotification threadId:S turnId:S tokenUsage:Lv2.turn.ThreadTokenUsage
                ThreadTurnsItemsListParams threadId:S turnId:S cursor?:S limit?:u32 sortDirection?:Lv2.turn.SortDirection
                ThreadTurnsItemsListResponse data:[Lv2.item.ThreadItem nextCursor?:S backwardsCursor?:S
                ThreadTurnsListParams threadId:S cursor?:S limit?:u32 sortDirection?:Lv2.turn.SortDirection itemsView?:Lv2.turn.TurnItemsView
                ThreadTurnsListResponse data:[Lv2.turn.Turn nextCursor?:S backwardsCursor?:S
                ThreadUnarchiveParams threadId:S
                ThreadUnarchiveResponse thread:Lv2.thread.Thread
                ThreadUnarchivedNotification threadId:S
                ThreadUnsubscribeParams threadId:S
                ThreadUnsubscribeResponse status:Lv2.thread.ThreadUnsubscribeStatus
                """;
    }
}
