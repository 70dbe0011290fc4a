package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of a turn: something said, thought or done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThreadItem.UserMessage.class, name = "userMessage"),
    @JsonSubTypes.Type(value = ThreadItem.HookPrompt.class, name = "hookPrompt"),
    @JsonSubTypes.Type(value = ThreadItem.AgentMessage.class, name = "agentMessage"),
    @JsonSubTypes.Type(value = ThreadItem.Plan.class, name = "plan"),
    @JsonSubTypes.Type(value = ThreadItem.Reasoning.class, name = "reasoning"),
    @JsonSubTypes.Type(value = ThreadItem.CommandExecution.class, name = "commandExecution"),
    @JsonSubTypes.Type(value = ThreadItem.FileChange.class, name = "fileChange"),
    @JsonSubTypes.Type(value = ThreadItem.McpToolCall.class, name = "mcpToolCall"),
    @JsonSubTypes.Type(value = ThreadItem.DynamicToolCall.class, name = "dynamicToolCall"),
    @JsonSubTypes.Type(value = ThreadItem.CollabAgentToolCall.class, name = "collabAgentToolCall"),
    @JsonSubTypes.Type(value = ThreadItem.WebSearch.class, name = "webSearch"),
    @JsonSubTypes.Type(value = ThreadItem.ImageView.class, name = "imageView"),
    @JsonSubTypes.Type(value = ThreadItem.ImageGeneration.class, name = "imageGeneration"),
    @JsonSubTypes.Type(value = ThreadItem.EnteredReviewMode.class, name = "enteredReviewMode"),
    @JsonSubTypes.Type(value = ThreadItem.ExitedReviewMode.class, name = "exitedReviewMode"),
    @JsonSubTypes.Type(value = ThreadItem.ContextCompaction.class, name = "contextCompaction"),
})
public sealed interface ThreadItem {
    /** The id, unique within the thread; empty where an unknown item has none. */
    String id();

    /** What the user wrote. */
    record UserMessage(String id, @Nullable String clientId, List<UserInput> content) implements ThreadItem {}

    /** What hooks added to the conversation. */
    record HookPrompt(String id, List<HookPromptFragment> fragments) implements ThreadItem {}

    /** What the model said. */
    record AgentMessage(
            String id,
            String text,
            @Nullable MessagePhase phase,
            @Nullable MemoryCitation memoryCitation) implements ThreadItem {}

    /** A plan that the model proposes. */
    record Plan(String id, String text) implements ThreadItem {}

    /** What the model thought: summaries, and the thoughts themselves where the model tells them. */
    record Reasoning(
            String id,
            @Defaulted List<String> summary,
            @Defaulted List<String> content) implements ThreadItem {}

    /** A command that was run. {@code durationMs} is milliseconds. */
    record CommandExecution(
            String id,
            String command,
            @AbsolutePath String cwd,
            @Nullable String processId,
            @Defaulted("agent") CommandExecutionSource source,
            CommandExecutionStatus status,
            List<CommandAction> commandActions,
            @Nullable String aggregatedOutput,
            @WireInt("i32") @Nullable Integer exitCode,
            @Nullable Long durationMs)
            implements ThreadItem {}

    /** A patch to files. */
    record FileChange(String id, List<FileUpdateChange> changes, PatchApplyStatus status) implements ThreadItem {}

    /** A call of a tool server's tool. {@code durationMs} is milliseconds. */
    record McpToolCall(
            String id,
            String server,
            String tool,
            McpToolCallStatus status,
            JsonNode arguments,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String mcpAppResourceUri,

            @Nullable String pluginId,
            @Nullable McpToolCallResult result,
            @Nullable McpToolCallError error,
            @Nullable Long durationMs)
            implements ThreadItem {}

    /** A call of a client's own tool. {@code durationMs} is milliseconds. */
    record DynamicToolCall(
            String id,
            @Nullable String namespace,
            String tool,
            JsonNode arguments,
            DynamicToolCallStatus status,
            @Nullable List<DynamicToolCallOutputContentItem> contentItems,
            @Nullable Boolean success,
            @Nullable Long durationMs)
            implements ThreadItem {}

    /** A call by which one agent works with others. */
    record CollabAgentToolCall(
            String id,
            CollabAgentTool tool,
            CollabAgentToolCallStatus status,
            String senderThreadId,
            List<String> receiverThreadIds,
            @Nullable String prompt,
            @Nullable String model,
            @Nullable ReasoningEffort reasoningEffort,
            Map<String, CollabAgentState> agentsStates)
            implements ThreadItem {}

    /** A search on the web. */
    record WebSearch(String id, String query, @Nullable WebSearchAction action) implements ThreadItem {}

    /** An image that the model looked at. */
    record ImageView(String id, @AbsolutePath String path) implements ThreadItem {}

    /** An image that the model made; {@code result} is base64. */
    record ImageGeneration(
            String id,
            String status,
            @Nullable String revisedPrompt,
            String result,

            @JsonInclude(JsonInclude.Include.NON_NULL) @AbsolutePath @Nullable
            String savedPath)
            implements ThreadItem {}

    /** The beginning of a review. */
    record EnteredReviewMode(String id, String review) implements ThreadItem {}

    /** The end of a review, with its findings as text. */
    record ExitedReviewMode(String id, String review) implements ThreadItem {}

    /** The conversation was shortened for the model. */
    record ContextCompaction(String id) implements ThreadItem {}

    /** An item of a type that this version does not know; {@code raw} is the whole object. */
    record Unknown(String type, JsonNode raw) implements ThreadItem {
        @Override
        public String id() {
            return raw.path("id").asText("");
        }
    }
}
