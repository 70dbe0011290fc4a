package dev.bobbin.rollout.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of lines. What lacks a field it cannot do without reads as unknown. */
final class RolloutDecoder {
    private RolloutDecoder() {}

    static RolloutItem item(RawLine line) {
        var item = switch (line.kind()) {
            case SESSION_META -> sessionMeta(line.payloadFields());
            case RESPONSE_ITEM -> new ResponseItem(line.payload());
            case COMPACTED -> compacted(line.payloadFields());
            case TURN_CONTEXT -> turnContext(line.payloadFields());
            case EVENT -> event(line);
            case BOBBIN -> new BobbinRecord(line.type(), line.payload());
            case UNKNOWN -> null;
        };
        return item == null ? new UnknownItem(line.type(), line.payload()) : item;
    }

    private static RolloutItem event(RawLine line) {
        var event = EventDecoder.event(line.eventType(), line.payloadFields());
        return event == null ? new RolloutEvent.UnknownEvent(line.payloadType(), line.payload()) : event;
    }

    private static @Nullable SessionMeta sessionMeta(JsonFields fields) {
        return sessionMeta(fields, fields.raw("base_instructions"), fields.raw("dynamic_tools"));
    }

    static @Nullable SessionMeta identity(JsonFields fields) {
        return sessionMeta(fields, null, null);
    }

    private static @Nullable SessionMeta sessionMeta(
            JsonFields fields, @Nullable RawJson instructions, @Nullable RawJson tools) {
        var id = fields.string("id");
        if (id == null) {
            return null;
        }
        var source = fields.raw("source");
        var role = fields.string("agent_role");
        var git = fields.object("git");
        return new SessionMeta(
                id,
                fields.string("forked_from_id"),
                fields.string("parent_thread_id"),
                fields.string("timestamp", ""),
                fields.string("cwd", ""),
                fields.string("originator", ""),
                fields.string("cli_version", ""),
                source == null ? JsonStrings.quote("vscode") : source,
                fields.string("thread_source"),
                fields.string("agent_nickname"),
                role == null ? fields.string("agent_type") : role,
                fields.string("agent_path"),
                fields.string("model_provider"),
                instructions,
                tools,
                fields.string("memory_mode"),
                fields.string("multi_agent_version"),
                git == null
                        ? null
                        : new GitInfo(git.string("commit_hash"), git.string("branch"), git.string("repository_url")));
    }

    private static @Nullable Compacted compacted(JsonFields fields) {
        var message = fields.string("message");
        var history = fields.array("replacement_history");
        return message == null ? null : new Compacted(message, history == null ? null : withoutGhosts(history));
    }

    private static List<RawJson> withoutGhosts(List<RawJson> history) {
        var kept = new ArrayList<RawJson>(history.size());
        for (var item : history) {
            if (!"ghost_snapshot".equals(JsonFields.of(item).string("type"))) {
                kept.add(item);
            }
        }
        return kept;
    }

    static @Nullable TurnContext turnContext(JsonFields fields) {
        var cwd = fields.string("cwd");
        var approval = fields.raw("approval_policy");
        var sandbox = fields.raw("sandbox_policy");
        var model = fields.string("model");
        if (cwd == null || approval == null || sandbox == null || model == null) {
            return null;
        }
        return new TurnContext(
                fields.string("turn_id"),
                cwd,
                fields.raw("workspace_roots"),
                fields.string("current_date"),
                fields.string("timezone"),
                approval,
                sandbox,
                fields.raw("permission_profile"),
                fields.raw("network"),
                fields.raw("file_system_sandbox_policy"),
                model,
                fields.string("personality"),
                fields.raw("collaboration_mode"),
                fields.string("multi_agent_version"),
                fields.bool("realtime_active"),
                fields.string("effort"),
                fields.string("summary", "auto"));
    }
}
