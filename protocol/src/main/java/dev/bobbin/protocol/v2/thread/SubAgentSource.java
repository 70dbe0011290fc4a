package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Why a thread was started by another one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubAgentSource.Review.class, name = "review"),
    @JsonSubTypes.Type(value = SubAgentSource.Compact.class, name = "compact"),
    @JsonSubTypes.Type(value = SubAgentSource.ThreadSpawn.class, name = "thread_spawn"),
    @JsonSubTypes.Type(value = SubAgentSource.MemoryConsolidation.class, name = "memory_consolidation"),
    @JsonSubTypes.Type(value = SubAgentSource.Other.class, name = "other"),
})
public sealed interface SubAgentSource {
    /** The {@code review} form. */
    record Review() implements SubAgentSource {}

    /** The {@code compact} form. */
    record Compact() implements SubAgentSource {}

    /** The {@code thread_spawn} form. */
    record ThreadSpawn(
            @JsonProperty("parent_thread_id") String parentThreadId,
            @WireInt("i32") int depth,
            @JsonProperty("agent_path") @Nullable String agentPath,
            @JsonProperty("agent_nickname") @Nullable String agentNickname,
            @JsonProperty("agent_role") @Nullable String agentRole)
            implements SubAgentSource {}

    /** The {@code memory_consolidation} form. */
    record MemoryConsolidation() implements SubAgentSource {}

    /** The {@code other} form. */
    record Other(@JsonValue String name) implements SubAgentSource {}
}
