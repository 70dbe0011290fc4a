package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ItemShapes {
    private ItemShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                AgentMessageDeltaNotification threadId:S turnId:S itemId:S delta:S
                ByteRange start:usize end:usize
                CollabAgentState status:Lv2.item.CollabAgentStatus message?:S
                CommandAction$ListFiles command:S path?:S
                CommandAction$Read command:S name:S path:A
                CommandAction$Search command:S query?:S path?:S
                CommandAction$Unknown command:S
                CommandAction =type read:Read listFiles:ListFiles search:Search unknown:Unknown
                CommandExecutionOutputDeltaNotification threadId:S turnId:S itemId:S delta:S
                DynamicToolCallOutputContentItem$InputImage imageUrl:S
                DynamicToolCallOutputContentItem$InputText text:S
                DynamicToolCallOutputContentItem =type inputText:InputText inputImage:InputImage
                FileChangeOutputDeltaNotification threadId:S turnId:S itemId:S delta:S
                FileChangePatchUpdatedNotification threadId:S turnId:S itemId:S changes:[Lv2.item.FileUpdateChange
                FileUpdateChange path:S kind:Lv2.item.PatchChangeKind diff:S
                HookPromptFragment text:S hookRunId:S
                ItemCompletedNotification item:Lv2.item.ThreadItem threadId:S turnId:S completedAtMs:i64
                ItemStartedNotification item:Lv2.item.ThreadItem threadId:S turnId:S startedAtMs:i64
                McpToolCallError message:S
                McpToolCallProgressNotification threadId:S turnId:S itemId:S message:S
                McpToolCallResult content:[J structuredContent?:J meta>_meta?:J
                MemoryCitation entries:[Lv2.item.MemoryCitationEntry threadIds:[S
                MemoryCitationEntry path:S lineStart:u32 lineEnd:u32 note:S
                PatchChangeKind$Add
                PatchChangeKind$Delete
                PatchChangeKind$Update movePath>move_path?:S
                PatchChangeKind =type add:Add delete:Delete update:Update
                PlanDeltaNotification threadId:S turnId:S itemId:S delta:S
                RawResponseItemCompletedNotification threadId:S turnId:S item:J
                ReasoningSummaryPartAddedNotification threadId:S turnId:S itemId:S summaryIndex:i64
                ReasoningSummaryTextDeltaNotification threadId:S turnId:S itemId:S delta:S summaryIndex:i64
                ReasoningTextDeltaNotification threadId:S turnId:S itemId:S delta:S contentIndex:i64
                TerminalInteractionNotification threadId:S turnId:S itemId:S processId:S stdin:S
                TextElement byteRange:Lv2.item.ByteRange placeholder?:S
                ThreadItem$AgentMessage id:S text:S phase?:Lv2.item.MessagePhase memoryCitation?:Lv2.item.MemoryCitation
                ThreadItem$CollabAgentToolCall id:S tool:Lv2.item.CollabAgentTool status:Lv2.item.CollabAgentToolCallStatus senderThreadId:S receiverThreadIds:[S prompt?:S model?:S reasoningEffort?:Lv2.item.ReasoningEffort agentsStates:{Lv2.item.CollabAgentState
                ThreadItem$CommandExecution id:S command:S cwd:A processId?:S source=agent:Lv2.item.CommandExecutionSource status:Lv2.item.CommandExecutionStatus commandActions:[Lv2.item.CommandAction aggregatedOutput?:S exitCode?:i32 durationMs?:i64
                ThreadItem$ContextCompaction id:S
                ThreadItem$DynamicToolCall id:S namespace?:S tool:S arguments:J status:Lv2.item.DynamicToolCallStatus contentItems?:[Lv2.item.DynamicToolCallOutputContentItem success?:B durationMs?:i64
                ThreadItem$EnteredReviewMode id:S review:S
                ThreadItem$ExitedReviewMode id:S review:S
                ThreadItem$FileChange id:S changes:[Lv2.item.FileUpdateChange status:Lv2.item.PatchApplyStatus
                ThreadItem$HookPrompt id:S fragments:[Lv2.item.HookPromptFragment
                ThreadItem$ImageGeneration id:S status:S revisedPrompt?:S result:S savedPath-:A
                ThreadItem$ImageView id:S path:A
                ThreadItem$McpToolCall id:S server:S tool:S status:Lv2.item.McpToolCallStatus arguments:J mcpAppResourceUri-:S pluginId?:S result?:Lv2.item.McpToolCallResult error?:Lv2.item.McpToolCallError durationMs?:i64
                ThreadItem$Plan id:S text:S
                ThreadItem$Reasoning id:S summary=:[S content=:[S
                ThreadItem$Unknown type:S raw:J
                ThreadItem$UserMessage id:S clientId?:S content:[Lv2.item.UserInput
                ThreadItem$WebSearch id:S query:S action?:Lv2.item.WebSearchAction
                ThreadItem =type userMessage:UserMessage hookPrompt:HookPrompt agentMessage:AgentMessage plan:Plan reasoning:Reasoning commandExecution:CommandExecution fileChange:FileChange mcpToolCall:McpToolCall dynamicToolCall:DynamicToolCall collabAgentToolCall:CollabAgentToolCall webSearch:WebSearch imageView:ImageView imageGeneration:ImageGeneration enteredReviewMode:EnteredReviewMode exitedReviewMode:ExitedReviewMode contextCompaction:ContextCompaction :Unknown
                UserInput$Image detail?:Lv2.item.ImageDetail url:S
                UserInput$LocalImage detail?:Lv2.item.ImageDetail path:S
                UserInput$Mention name:S path:S
                UserInput$Skill name:S path:S
                UserInput$Text text:S textElements>text_elements=:[Lv2.item.TextElement
                UserInput =type text:Text image:Image localImage:LocalImage skill:Skill mention:Mention
                WebSearchAction$FindInPage url?:S pattern?:S
                WebSearchAction$OpenPage url?:S
                WebSearchAction$Other
                WebSearchAction$Search query?:S queries?:[S
                WebSearchAction =type search:Search openPage:OpenPage findInPage:FindInPage other:Other
                """;
    }
}
