package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.thread.GitInfo;
import dev.bobbin.protocol.v2.thread.SessionSource;
import dev.bobbin.protocol.v2.thread.SubAgentSource;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadSource;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.protocol.v2.turn.ThreadTokenUsage;
import dev.bobbin.protocol.v2.turn.TokenUsageBreakdown;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.threadstore.StoredThread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Threads as clients see them. */
public final class ThreadViews {
    private ThreadViews() {}

    /** A thread that nobody has loaded. */
    public static Thread atRest(StoredThread stored, List<Turn> turns) {
        return of(stored, new ThreadStatus.NotLoaded(), false, turns);
    }

    static Thread of(StoredThread stored, ThreadStatus status, boolean ephemeral, List<Turn> turns) {
        var path = stored.rolloutPath();
        return new Thread(
                stored.threadId(),
                stored.threadId(),
                stored.forkedFromId(),
                stored.parentThreadId(),
                stored.preview(),
                ephemeral,
                stored.modelProvider(),
                stored.createdAt().getEpochSecond(),
                stored.updatedAt().getEpochSecond(),
                status,
                ephemeral || path == null ? null : path.toString(),
                stored.cwd(),
                stored.cliVersion(),
                source(stored.source()),
                threadSource(stored.threadSource()),
                stored.agentNickname(),
                stored.agentRole(),
                git(stored.gitInfo()),
                stored.name(),
                turns);
    }

    /** A live thread that is not kept, as reading shows it: what it was forked from and what it began with stay its own. */
    static Thread ofEphemeral(StoredThread stored, ThreadStatus status) {
        var shown = stored.toBuilder().forkedFromId(null).build();
        return withPreview(of(shown, status, true, List.of()), "");
    }

    /** The same thread with another status and other turns. */
    static Thread with(Thread thread, ThreadStatus status, List<Turn> turns) {
        return new Thread(
                thread.id(),
                thread.sessionId(),
                thread.forkedFromId(),
                thread.parentThreadId(),
                thread.preview(),
                thread.ephemeral(),
                thread.modelProvider(),
                thread.createdAt(),
                thread.updatedAt(),
                status,
                thread.path(),
                thread.cwd(),
                thread.cliVersion(),
                thread.source(),
                thread.threadSource(),
                thread.agentNickname(),
                thread.agentRole(),
                thread.gitInfo(),
                thread.name(),
                turns);
    }

    static Thread withPreview(Thread thread, String preview) {
        return new Thread(
                thread.id(),
                thread.sessionId(),
                thread.forkedFromId(),
                thread.parentThreadId(),
                preview,
                thread.ephemeral(),
                thread.modelProvider(),
                thread.createdAt(),
                thread.updatedAt(),
                thread.status(),
                thread.path(),
                thread.cwd(),
                thread.cliVersion(),
                thread.source(),
                thread.threadSource(),
                thread.agentNickname(),
                thread.agentRole(),
                thread.gitInfo(),
                thread.name(),
                thread.turns());
    }

    static ThreadTokenUsage usage(TokenUsageInfo info) {
        return new ThreadTokenUsage(breakdown(info.total()), breakdown(info.last()), info.modelContextWindow());
    }

    private static TokenUsageBreakdown breakdown(TokenUsage usage) {
        return new TokenUsageBreakdown(
                usage.totalTokens(),
                usage.inputTokens(),
                usage.cachedInputTokens(),
                usage.outputTokens(),
                usage.reasoningOutputTokens());
    }

    /** The stored words for sources differ from those on the wire. */
    static SessionSource source(dev.bobbin.threadstore.SessionSource stored) {
        return switch (stored.kind()) {
            case CLI -> new SessionSource.Cli();
            case VSCODE -> new SessionSource.Vscode();
            case EXEC -> new SessionSource.Exec();
            case APP_SERVER -> new SessionSource.AppServer();
            case CUSTOM_INTERACTIVE,
                    CUSTOM,
                    SUB_AGENT_REVIEW,
                    SUB_AGENT_COMPACT,
                    SUB_AGENT_THREAD_SPAWN,
                    SUB_AGENT_OTHER,
                    UNKNOWN -> structured(stored.json().tree());
        };
    }

    private static SessionSource structured(JsonNode json) {
        if (json.path("custom").isTextual()) {
            return new SessionSource.Custom(json.path("custom").textValue());
        }
        return subAgent(json.path("subagent"));
    }

    private static SessionSource subAgent(JsonNode stored) {
        if (stored.isMissingNode()) {
            return new SessionSource.Unknown();
        }
        try {
            return new SessionSource.SubAgent(WireJson.decode(stored, SubAgentSource.class));
        } catch (InvalidParamsException e) {
            return new SessionSource.Unknown();
        }
    }

    static @Nullable ThreadSource threadSource(@Nullable String stored) {
        for (var source : ThreadSource.values()) {
            if (source.wireName().equals(stored)) {
                return source;
            }
        }
        return null;
    }

    static @Nullable GitInfo git(dev.bobbin.rollout.line.@Nullable GitInfo stored) {
        if (stored == null
                || (stored.commitHash() == null && stored.branch() == null && stored.repositoryUrl() == null)) {
            return null;
        }
        return new GitInfo(stored.commitHash(), stored.branch(), stored.repositoryUrl());
    }
}
