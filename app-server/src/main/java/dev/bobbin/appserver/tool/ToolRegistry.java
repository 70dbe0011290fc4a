package dev.bobbin.appserver.tool;

import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools there are. */
public interface ToolRegistry {
    /**
     * What a turn offers to its model. May wait for tools that have yet to say what they are.
     *
     * @throws InterruptedException if the turn was interrupted meanwhile
     */
    List<RawJson> specs(ToolContext context) throws InterruptedException;

    /** The tool a call is meant for; null if the turn has none such. */
    @Nullable
    Tool find(ToolCall call, ToolContext context);

    /** Told when the model has given an answer and its calls are done. */
    default void answered(ToolContext context) {}

    /** No tools at all. */
    static ToolRegistry none() {
        return new ToolRegistry() {
            @Override
            public List<RawJson> specs(ToolContext context) {
                return List.of();
            }

            @Override
            public @Nullable Tool find(ToolCall call, ToolContext context) {
                return null;
            }
        };
    }
}
