package dev.bobbin.appserver.tool.client;

import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputParams;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputQuestion;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputResponse;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code request_user_input}: puts questions to the user while a plan is made. */
public final class RequestUserInputTool implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(RequestUserInputTool.class);

    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"request_user_input","strict":false,\
            "description":"Ask the user up to three short questions and wait for the answers. Works in plan mode only.",\
            "parameters":{"type":"object","properties":{"questions":{"type":"array","items":{"type":"object","properties":{\
            "id":{"type":"string","description":"Names the question in the answers."},\
            "header":{"type":"string","description":"A label of a word or two."},\
            "question":{"type":"string","description":"The question, one sentence."},\
            "options":{"type":"array","description":"Two or three answers to choose from; the client adds a free one.",\
            "items":{"type":"object","properties":{"label":{"type":"string"},"description":{"type":"string"}},\
            "required":["label","description"],"additionalProperties":false}}},\
            "required":["id","header","question","options"],"additionalProperties":false}}},\
            "required":["questions"],"additionalProperties":false}}""");

    /** What the model says. */
    public record Arguments(List<ToolRequestUserInputQuestion> questions) {}

    @Override
    public String name() {
        return "request_user_input";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, InterruptedException {
        if (context.settings().collaborationMode().mode() != ModeKind.PLAN) {
            throw new ToolFailure("request_user_input is unavailable in Default mode");
        }
        var questions = ToolArguments.read(call, Arguments.class).questions();
        for (var question : questions) {
            var options = question.options();
            if (options == null || options.isEmpty()) {
                throw new ToolFailure("request_user_input requires non-empty options for every question");
            }
        }
        var answer = ask(call, context, questions);
        return ToolOutput.text(call, new String(WireJson.encode(answer), StandardCharsets.UTF_8), true);
    }

    private static ToolRequestUserInputResponse ask(
            ToolCall call, ToolContext context, List<ToolRequestUserInputQuestion> questions)
            throws InterruptedException {
        try {
            return context.ask(
                    ServerMethods.ITEM_TOOL_REQUEST_USER_INPUT,
                    new ToolRequestUserInputParams(
                            context.threadId(),
                            context.turnId(),
                            call.callId(),
                            questions.stream()
                                    .map(RequestUserInputTool::withFreeAnswer)
                                    .toList()),
                    AskKind.USER_INPUT);
        } catch (AskRefused e) {
            LOG.warn("no usable answer to the questions of {}: {}", call.callId(), e.getMessage());
            return new ToolRequestUserInputResponse(Map.of());
        }
    }

    private static ToolRequestUserInputQuestion withFreeAnswer(ToolRequestUserInputQuestion question) {
        return new ToolRequestUserInputQuestion(
                question.id(), question.header(), question.question(), true, question.isSecret(), question.options());
    }
}
