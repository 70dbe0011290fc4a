package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.rollout.line.TurnContext;
import java.time.Instant;
import java.util.List;

/** Items as a server would append them. */
public final class TestItems {
    private TestItems() {}

    /** The n-th of a series of ids in order. */
    public static String id(int n) {
        return "0192aaaa-0000-7000-8000-%012d".formatted(n);
    }

    public static SessionMeta meta(String id, Instant created) {
        return meta(id, created, JsonStrings.quote("vscode"), "/work dir");
    }

    public static SessionMeta meta(String id, Instant created, RawJson source, String cwd) {
        return new SessionMeta(
                id,
                null,
                null,
                RolloutTime.format(created),
                cwd,
                "test",
                "0.137.0",
                source,
                null,
                null,
                null,
                null,
                "provider",
                RawJson.of("{\"text\":\"Be brief.\"}"),
                null,
                null,
                null,
                null);
    }

    public static CreateThread create(String id, Instant created) {
        return new CreateThread(meta(id, created), created, () -> null);
    }

    public static CreateThread create(String id, Instant created, GitInfo git) {
        return new CreateThread(meta(id, created), created, () -> git);
    }

    public static RolloutEvent userMessage(String text) {
        return new RolloutEvent.UserMessage(null, text, List.of(), null, List.of(), null, null);
    }

    public static RolloutEvent agentMessage(String text) {
        return new RolloutEvent.AgentMessage(text, null, null);
    }

    public static RolloutEvent started(String turnId) {
        return new RolloutEvent.TaskStarted(turnId, null, 1L, 258_400L, "default");
    }

    public static RolloutEvent tokens(long total) {
        var usage = new TokenUsage(total, 0, 0, 0, total);
        return new RolloutEvent.TokenCount(new TokenUsageInfo(usage, usage, null), null);
    }

    public static ResponseItem response(String role, String text) {
        var type = role.equals("user") ? "input_text" : "output_text";
        return new ResponseItem(RawJson.of("{\"type\":\"message\",\"role\":\"" + role + "\",\"content\":[{\"type\":\""
                + type + "\",\"text\":" + JsonStrings.quote(text) + "}]}"));
    }

    public static TurnContext context(String model, String effort) {
        return new TurnContext(
                "t",
                "/elsewhere",
                null,
                null,
                null,
                JsonStrings.quote("never"),
                RawJson.of("{\"type\":\"read-only\"}"),
                null,
                null,
                null,
                model,
                null,
                null,
                null,
                null,
                effort,
                "auto");
    }
}
