package dev.bobbin.appserver.tool;

import org.jspecify.annotations.Nullable;

/**
 * A call as the model made it.
 *
 * @param kind the form of the call, which its output must match
 * @param name the tool's name
 * @param namespace groups tools of one origin; null for none
 * @param callId ties the output to the call
 * @param input the arguments, JSON as text for functions and free text for custom tools; for shell calls the action as JSON
 */
public record ToolCall(Kind kind, String name, @Nullable String namespace, String callId, String input) {
    /** The forms of calls that models make. */
    public enum Kind {
        /** {@code function_call}. */
        FUNCTION,
        /** {@code custom_tool_call}. */
        CUSTOM,
        /** {@code local_shell_call}. */
        LOCAL_SHELL
    }
}
