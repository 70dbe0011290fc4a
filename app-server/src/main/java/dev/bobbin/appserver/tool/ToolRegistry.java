package dev.bobbin.appserver.tool;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools there are. */
public interface ToolRegistry {
    /** What a turn with these settings offers to its model. */
    List<RawJson> specs(TurnSettings settings);

    /** The tool a call is meant for; null if the turn has none such. */
    @Nullable
    Tool find(ToolCall call, TurnSettings settings);

    /** Told when the model has given an answer and its calls are done. */
    default void answered(ToolContext context) {}

    /** No tools at all. */
    static ToolRegistry none() {
        return new ToolRegistry() {
            @Override
            public List<RawJson> specs(TurnSettings settings) {
                return List.of();
            }

            @Override
            public @Nullable Tool find(ToolCall call, TurnSettings settings) {
                return null;
            }
        };
    }
}
