package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread came from, in its stored form: a plain word ({@code cli}, {@code vscode}, {@code exec}, {@code mcp},
 * {@code unknown}) or compact JSON such as <code>{"subagent":"review"}</code>. Unknown forms are kept as they are.
 *
 * @param stored the word or the JSON text
 */
public record SessionSource(String stored) {
    public static final SessionSource VSCODE = new SessionSource("vscode");

    /** The value of {@code source} in a session_meta. */
    public static SessionSource of(RawJson source) {
        var word = JsonStrings.text(source);
        if (word != null) {
            return new SessionSource(word);
        }
        var json = source.toString();
        return json.startsWith("{") ? new SessionSource(json) : VSCODE;
    }

    /** As it is written in a session_meta. */
    public RawJson json() {
        return isWord() ? JsonStrings.quote(stored) : RawJson.of(stored);
    }

    public SourceKind kind() {
        return switch (stored) {
            case "cli" -> SourceKind.CLI;
            case "vscode" -> SourceKind.VSCODE;
            case "exec" -> SourceKind.EXEC;
            case "mcp" -> SourceKind.APP_SERVER;
            default -> isWord() ? SourceKind.UNKNOWN : structuredKind(fields());
        };
    }

    /** The thread that spawned this one as a sub-agent. */
    public @Nullable String spawnParent() {
        var spawn = isWord() ? null : spawn(fields());
        var parent = spawn == null ? null : spawn.string("parent_thread_id");
        return parent == null ? null : canonicalId(parent);
    }

    /** What the thread that spawned this one said of it; null for a thread that was not spawned, or the field's absence. */
    @Nullable
    String spawned(String field) {
        var spawn = isWord() ? null : spawn(fields());
        return spawn == null ? null : spawn.string(field);
    }

    private JsonFields fields() {
        return JsonFields.of(RawJson.of(stored));
    }

    private boolean isWord() {
        return !stored.startsWith("{");
    }

    private static SourceKind structuredKind(JsonFields source) {
        var custom = source.string("custom");
        if (custom != null) {
            return custom.equals("atlas") || custom.equals("chatgpt")
                    ? SourceKind.CUSTOM_INTERACTIVE
                    : SourceKind.CUSTOM;
        }
        if (!source.has("subagent")) {
            return SourceKind.UNKNOWN;
        }
        return switch (source.string("subagent", "")) {
            case "review" -> SourceKind.SUB_AGENT_REVIEW;
            case "compact" -> SourceKind.SUB_AGENT_COMPACT;
            default -> spawn(source) != null ? SourceKind.SUB_AGENT_THREAD_SPAWN : SourceKind.SUB_AGENT_OTHER;
        };
    }

    private static @Nullable JsonFields spawn(JsonFields source) {
        var agent = source.object("subagent");
        return agent == null ? null : agent.object("thread_spawn");
    }

    private static @Nullable String canonicalId(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
