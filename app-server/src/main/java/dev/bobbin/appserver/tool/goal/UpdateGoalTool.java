package dev.bobbin.appserver.tool.goal;

import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.v2.thread.ThreadGoalStatus;
import dev.bobbin.rollout.line.RawJson;

/** {@code update_goal}: says that the goal is reached, or that it cannot be. All else is the user's or the server's to say. */
public final class UpdateGoalTool implements Tool {
    /** The name, by which the engine knows that the call counts what was spent by itself. */
    private static final String NAME = "update_goal";

    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"update_goal","strict":false,\
            "description":"Say that this thread's goal is complete, which you must have checked against what is there now, or that \
            it is blocked: that nothing you can do brings it further until the user acts. An unfinished goal is neither.",\
            "parameters":{"type":"object","properties":{\
            "status":{"type":"string","enum":["complete","blocked"],"description":"How the goal stands."}},\
            "required":["status"],"additionalProperties":false}}""");

    /** What the model says. */
    public record Arguments(ThreadGoalStatus status) {}

    @Override
    public String name() {
        return NAME;
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
    public boolean countsCost() {
        return true;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure {
        var status = ToolArguments.read(call, Arguments.class).status();
        return switch (status) {
            case COMPLETE, BLOCKED ->
                ToolOutput.text(call, GoalText.ended(context.goals().update(status)), true);
            case ACTIVE, PAUSED, USAGE_LIMITED, BUDGET_LIMITED ->
                throw new ToolFailure("update_goal can only mark the existing goal complete or blocked; pause, resume,"
                        + " budget-limited, and usage-limited status changes are controlled by the user or system");
        };
    }
}
