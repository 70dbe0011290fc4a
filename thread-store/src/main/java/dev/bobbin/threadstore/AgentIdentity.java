package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.SessionMeta;
import org.jspecify.annotations.Nullable;

/** Who a sub-agent is. What its session_meta says itself wins over what the source says that the spawning thread wrote. */
public record AgentIdentity(
        @Nullable String nickname,
        @Nullable String role,
        @Nullable String path) {
    /** Nothing but nulls for a thread that is no sub-agent. */
    public static AgentIdentity of(SessionMeta meta) {
        var source = SessionSource.of(meta.source());
        return new AgentIdentity(
                meta.agentNickname() != null ? meta.agentNickname() : source.spawned("agent_nickname"),
                meta.agentRole() != null ? meta.agentRole() : source.spawned("agent_role"),
                meta.agentPath() != null ? meta.agentPath() : source.spawned("agent_path"));
    }
}
