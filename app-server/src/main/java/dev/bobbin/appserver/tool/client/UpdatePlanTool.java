package dev.bobbin.appserver.tool.client;

import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.TurnPlanStep;
import dev.bobbin.protocol.v2.turn.TurnPlanStepStatus;
import dev.bobbin.protocol.v2.turn.TurnPlanUpdatedNotification;
import dev.bobbin.protocol.wire.Strict;
import dev.bobbin.protocol.wire.WireEnum;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code update_plan}: shows the client what the model is about to do and how far it is. */
public final class UpdatePlanTool implements Tool {
    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"update_plan","strict":false,\
            "description":"Show the user a plan of the work, replacing the one before. Keep one step in progress at a time.",\
            "parameters":{"type":"object","properties":{\
            "explanation":{"type":"string","description":"Why the plan is as it is, or why it has changed."},\
            "plan":{"type":"array","description":"The steps in order.","items":{"type":"object","properties":{\
            "step":{"type":"string","description":"What is to be done."},\
            "status":{"type":"string","enum":["pending","in_progress","completed"]}},\
            "required":["step","status"],"additionalProperties":false}}},\
            "required":["plan"],"additionalProperties":false}}""");

    /** How far a step is, as models write it. */
    public enum Status implements WireEnum {
        PENDING("pending", TurnPlanStepStatus.PENDING),
        IN_PROGRESS("in_progress", TurnPlanStepStatus.IN_PROGRESS),
        COMPLETED("completed", TurnPlanStepStatus.COMPLETED);

        private final String wireName;
        private final TurnPlanStepStatus shown;

        Status(String wireName, TurnPlanStepStatus shown) {
            this.wireName = wireName;
            this.shown = shown;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** One step of the plan. */
    @Strict
    public record Step(String step, Status status) {}

    /** What the model says. */
    @Strict
    public record Arguments(@Nullable String explanation, List<Step> plan) {}

    @Override
    public String name() {
        return "update_plan";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure {
        if (context.settings().collaborationMode().mode() == ModeKind.PLAN) {
            throw new ToolFailure("update_plan is a TODO/checklist tool and is not allowed in Plan mode");
        }
        var arguments = ToolArguments.read(call, Arguments.class);
        var steps = arguments.plan().stream()
                .map(step -> new TurnPlanStep(step.step(), step.status().shown))
                .toList();
        context.delta(EncodedNotification.of(
                Notifications.TURN_PLAN_UPDATED,
                new TurnPlanUpdatedNotification(context.threadId(), context.turnId(), arguments.explanation(), steps)));
        return ToolOutput.text(call, "Plan updated", true);
    }
}
