package dev.bobbin.rollout.line;

import java.time.Instant;

/** Writes items as lines, key for key as the package describes. */
public final class RolloutEncoder {
    private RolloutEncoder() {}

    /** Appends one whole line with its newline. */
    public static void line(RolloutItem item, Instant timestamp, LineBuffer out) {
        out.ascii("{\"timestamp\":\"");
        RolloutTime.append(timestamp, out);
        out.ascii("\",\"type\":").string(typeOf(item)).ascii(",\"payload\":");
        payload(item, out);
        out.ascii("}\n");
    }

    /** The {@code payload} alone. */
    public static RawJson payload(RolloutItem item) {
        var out = new LineBuffer(512);
        payload(item, out);
        return RawJson.of(out.toByteArray());
    }

    /** The {@code type} of the item's line. */
    public static String typeOf(RolloutItem item) {
        if (item instanceof RolloutEvent) {
            return LineKind.EVENT.wireName();
        }
        if (item instanceof ResponseItem) {
            return LineKind.RESPONSE_ITEM.wireName();
        }
        if (item instanceof TurnContext) {
            return LineKind.TURN_CONTEXT.wireName();
        }
        if (item instanceof SessionMeta) {
            return LineKind.SESSION_META.wireName();
        }
        if (item instanceof Compacted) {
            return LineKind.COMPACTED.wireName();
        }
        return item instanceof BobbinRecord bobbin ? bobbin.type() : ((UnknownItem) item).type();
    }

    private static void payload(RolloutItem item, LineBuffer out) {
        if (item instanceof RolloutEvent event) {
            EventEncoder.payload(event, out);
        } else if (item instanceof ResponseItem response) {
            out.json(response.json());
        } else if (item instanceof TurnContext context) {
            turnContext(context, out);
        } else if (item instanceof SessionMeta meta) {
            sessionMeta(meta, out);
        } else if (item instanceof Compacted compacted) {
            compacted(compacted, out);
        } else if (item instanceof BobbinRecord bobbin) {
            out.json(bobbin.payload());
        } else {
            out.json(((UnknownItem) item).payload());
        }
    }

    private static void sessionMeta(SessionMeta meta, LineBuffer out) {
        out.beginObject()
                .field("id", meta.id())
                .optional("forked_from_id", meta.forkedFromId())
                .optional("parent_thread_id", meta.parentThreadId())
                .field("timestamp", meta.timestamp())
                .field("cwd", meta.cwd())
                .field("originator", meta.originator())
                .field("cli_version", meta.cliVersion())
                .field("source", meta.source())
                .optional("thread_source", meta.threadSource())
                .optional("agent_nickname", meta.agentNickname())
                .optional("agent_role", meta.agentRole())
                .optional("agent_path", meta.agentPath())
                .field("model_provider", meta.modelProvider())
                .field("base_instructions", meta.baseInstructions())
                .optional("dynamic_tools", meta.dynamicTools())
                .optional("memory_mode", meta.memoryMode())
                .optional("multi_agent_version", meta.multiAgentVersion());
        var git = meta.git();
        if (git != null) {
            out.field("git")
                    .beginObject()
                    .optional("commit_hash", git.commitHash())
                    .optional("branch", git.branch())
                    .optional("repository_url", git.repositoryUrl())
                    .endObject();
        }
        out.endObject();
    }

    private static void turnContext(TurnContext context, LineBuffer out) {
        out.beginObject()
                .optional("turn_id", context.turnId())
                .field("cwd", context.cwd())
                .optional("workspace_roots", context.workspaceRoots())
                .optional("current_date", context.currentDate())
                .optional("timezone", context.timezone())
                .field("approval_policy", context.approvalPolicy())
                .field("sandbox_policy", context.sandboxPolicy())
                .optional("permission_profile", context.permissionProfile())
                .optional("network", context.network())
                .optional("file_system_sandbox_policy", context.fileSystemSandboxPolicy())
                .field("model", context.model())
                .optional("personality", context.personality())
                .optional("collaboration_mode", context.collaborationMode())
                .optional("multi_agent_version", context.multiAgentVersion());
        var realtime = context.realtimeActive();
        if (realtime != null) {
            out.field("realtime_active").bool(realtime);
        }
        out.optional("effort", context.effort())
                .field("summary", context.summary())
                .endObject();
    }

    private static void compacted(Compacted compacted, LineBuffer out) {
        out.beginObject().field("message", compacted.message());
        var history = compacted.replacementHistory();
        if (history != null) {
            out.field("replacement_history").jsons(history);
        }
        out.endObject();
    }
}
