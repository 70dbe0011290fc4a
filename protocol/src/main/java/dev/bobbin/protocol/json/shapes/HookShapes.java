package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class HookShapes {
    private HookShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                HookCompletedNotification threadId:S turnId?:S run:Lv2.hook.HookRunSummary
                HookErrorInfo path:S message:S
                HookMetadata key:S eventName:Lv2.hook.HookEventName handlerType:Lv2.hook.HookHandlerType matcher?:S command?:S timeoutSec:u64 statusMessage?:S sourcePath:A source:Lv2.hook.HookSource pluginId?:S displayOrder:i64 enabled:B isManaged:B currentHash:S trustStatus:Lv2.hook.HookTrustStatus
                HookOutputEntry kind:Lv2.hook.HookOutputEntryKind text:S
                HookRunSummary id:S eventName:Lv2.hook.HookEventName handlerType:Lv2.hook.HookHandlerType executionMode:Lv2.hook.HookExecutionMode scope:Lv2.hook.HookScope sourcePath:A source=unknown:Lv2.hook.HookSource displayOrder:i64 status:Lv2.hook.HookRunStatus statusMessage?:S startedAt:i64 completedAt?:i64 durationMs?:i64 entries:[Lv2.hook.HookOutputEntry
                HookStartedNotification threadId:S turnId?:S run:Lv2.hook.HookRunSummary
                HooksListEntry cwd:S hooks:[Lv2.hook.HookMetadata warnings:[S errors:[Lv2.hook.HookErrorInfo
                HooksListParams cwds=:[S
                HooksListResponse data:[Lv2.hook.HooksListEntry
                """;
    }
}
