package dev.bobbin.appserver.tool.goal;

import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.rollout.line.RawJson;

/** {@code get_goal}: how the thread's goal stands. */
public final class GetGoalTool implements Tool {
    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"get_goal","strict":false,\
            "description":"Read this thread's goal: its objective, how it stands, what was spent on it, and what is left of its budget.",\
            "parameters":{"type":"object","properties":{},"required":[],"additionalProperties":false}}""");

    @Override
    public String name() {
        return "get_goal";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public boolean waitsForWholeAnswer() {
        return true;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) {
        return ToolOutput.text(call, GoalText.of(context.goals().goal()), true);
    }
}
