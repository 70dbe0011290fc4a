package dev.bobbin.appserver.tool.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.rollout.line.RawJson;
import org.jspecify.annotations.Nullable;

/** {@code create_goal}: gives the thread a goal that it has not got yet. */
public final class CreateGoalTool implements Tool {
    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"create_goal","strict":false,\
            "description":"Give this thread a goal to work towards over as many turns as it takes. Only when you were told to: an \
            ordinary request is no goal. Refused while the thread has one.",\
            "parameters":{"type":"object","properties":{\
            "objective":{"type":"string","description":"What is to be true in the end, concrete enough to be checked."},\
            "token_budget":{"type":"integer","description":"How many tokens may be spent on it; only if a limit was asked for."}},\
            "required":["objective"],"additionalProperties":false}}""");

    /** What the model says. */
    public record Arguments(
            String objective,
            @JsonProperty("token_budget") @Nullable Long tokenBudget) {}

    @Override
    public String name() {
        return "create_goal";
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
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure {
        var arguments = ToolArguments.read(call, Arguments.class);
        var goal = context.goals().create(arguments.objective(), arguments.tokenBudget());
        return ToolOutput.text(call, GoalText.of(goal), true);
    }
}
