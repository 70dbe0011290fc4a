package dev.bobbin.appserver.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.review.ReviewTarget;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Settings;
import dev.bobbin.rollout.line.Compacted;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnEngineTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final RecordingHost host = new RecordingHost();
    private final ScriptedModel model = new ScriptedModel();
    private ToolRegistry tools = ToolRegistry.none();
    private ModeKind mode = ModeKind.DEFAULT;

    @Test
    void storesAndShowsATurnOfText() {
        model.says("Paris.");

        var outcome = run(user("Capital of France?"));

        assertThat(outcome).isEqualTo(new TurnOutcome.Completed("Paris.", 0L));
        assertThat(host.kinds())
                .containsExactly(
                        "ResponseItem",
                        "ResponseItem",
                        "TurnContext",
                        "ResponseItem",
                        "UserMessage",
                        "AgentMessage",
                        "ResponseItem",
                        "TokenCount");
        assertThat(host.shown)
                .containsExactly(
                        "item/started userMessage",
                        "item/completed userMessage",
                        "item/started agentMessage",
                        "item/agentMessage/delta Paris.",
                        "item/completed agentMessage Paris.",
                        "thread/tokenUsage/updated");
    }

    @Test
    void tellsTheContextOnlyWhenItChanges() {
        model.says("a").says("b");

        run(user("one"));
        host.lines.clear();
        run(user("two"));

        assertThat(host.kinds()).startsWith("TurnContext", "ResponseItem", "UserMessage");
        assertThat(model.conversation(1)).containsExactly("one", "a", "two");
    }

    @Test
    void runsToolsInOrderAndAsksAgain() {
        tools = registry(new Echo());
        model.brings(
                        call("echo", "c1", "x"),
                        call("nope", "c2", "y"),
                        call("echo", "c3", "bad"),
                        "{\"type\":\"custom_tool_call\",\"call_id\":\"c4\",\"name\":\"odd\",\"input\":\"z\"}")
                .says("done");

        run(user("go"));

        assertThat(model.conversation(1))
                .containsExactly(
                        "go",
                        "function_call ",
                        "function_call ",
                        "function_call ",
                        "custom_tool_call ",
                        "function_call_output echo x",
                        "function_call_output unsupported call: nope",
                        "function_call_output failed to parse function arguments: bad",
                        "custom_tool_call_output unsupported custom tool call: odd");
    }

    @Test
    void asksAgainWhenTheModelHasMoreToSay() {
        model.then(sink -> {
                    ScriptedModel.message(sink, "m1", "first");
                    sink.accept(new ModelEvent.Completed("r1", null, false));
                })
                .says("second");

        var outcome = run(user("go"));

        assertThat(outcome).isEqualTo(new TurnOutcome.Completed("second", 0L));
        assertThat(model.conversation(1)).containsExactly("go", "first");
    }

    @Test
    void takesWhatSteersTheTurnBeforeItEnds() {
        host.steered.add(List.of());
        host.steered.add(List.of(new SteeredInput.Said(List.of(text("also this")), "c-2")));
        model.says("first").says("second");

        var outcome = run(user("go"));

        assertThat(outcome).isEqualTo(new TurnOutcome.Completed("second", 0L));
        assertThat(model.conversation(1)).containsExactly("go", "first", "also this");
    }

    @Test
    void asksAgainWhenAnAnswerBreaksOff() {
        model.then(sink -> {
                    sink.accept(new ModelEvent.Created("r"));
                    throw ModelException.disconnected("stream closed before response.completed");
                })
                .says("second try");

        var outcome = run(user("go"));

        assertThat(outcome).isInstanceOf(TurnOutcome.Completed.class);
        assertThat(host.shown).contains("error Reconnecting... 1/5");
        assertThat(host.kinds()).endsWith("TokenCount", "AgentMessage", "ResponseItem", "TokenCount");
    }

    @Test
    void failsWithTheModelsError() {
        model.then(sink -> {
            throw ModelException.lasting("no", new CodexErrorInfo.Other());
        });

        var outcome = run(user("go"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TurnOutcome.Failed.class,
                        failed -> assertThat(failed.error().message()).isEqualTo("no"));
        assertThat(host.kinds()).endsWith("UserMessage");
    }

    @Test
    void interruptedCallsAreAnswered() throws InterruptedException {
        var stuck = new Stuck();
        tools = registry(stuck);
        model.brings(call("stuck", "c1", "x"));
        var outcome = new TurnOutcome[1];
        var worker = Thread.ofVirtual().start(() -> outcome[0] = run(user("go")));
        stuck.begun.await();

        worker.interrupt();
        worker.join();

        assertThat(outcome[0]).isEqualTo(new TurnOutcome.Interrupted("interrupted"));
        assertThat(((ResponseItem) host.lines.get(host.lines.size() - 2)).json())
                .hasToString(
                        "{\"type\":\"function_call_output\",\"call_id\":\"c1\",\"output\":\"aborted by user after 0.0s\"}");
        assertThat(host.kinds()).endsWith("ResponseItem", "TokenCount");
    }

    @Test
    void sumsUpWhenTheContextIsNearlyFull() {
        model.then(sink -> {
                    ScriptedModel.message(sink, "m", "big");
                    sink.accept(ScriptedModel.completed(250_000));
                })
                .says("the summary")
                .says("after");
        run(user("one"));
        host.lines.clear();

        run(user("two"));

        assertThat(host.kinds())
                .containsExactly(
                        "TokenCount",
                        "ResponseItem",
                        "TokenCount",
                        "Compacted",
                        "TokenCount",
                        "ContextCompacted",
                        "ResponseItem",
                        "ResponseItem",
                        "TurnContext",
                        "ResponseItem",
                        "UserMessage",
                        "AgentMessage",
                        "ResponseItem",
                        "TokenCount");
        var compacted = (Compacted) host.lines.get(3);
        assertThat(compacted.message()).endsWith("\nthe summary");
        assertThat(model.conversation(2)).containsExactly("one", compacted.message(), "two");
    }

    @Test
    void showsThePlanApartFromTheMessage() {
        mode = ModeKind.PLAN;
        model.says("Intro\n<proposed_plan>\n- step\n</proposed_plan>\nOutro");

        var outcome = run(user("plan it"));

        assertThat(outcome).isEqualTo(new TurnOutcome.Completed("Intro\nOutro", 0L));
        assertThat(host.shown)
                .containsSubsequence(
                        "item/started agentMessage",
                        "item/agentMessage/delta Intro\n",
                        "item/started plan",
                        "item/plan/delta - step\n",
                        "item/agentMessage/delta Outro",
                        "item/completed plan - step\n",
                        "item/completed agentMessage Intro\nOutro");
        assertThat(host.kinds()).endsWith("ItemCompleted", "AgentMessage", "ResponseItem", "TokenCount");
    }

    @Test
    void reviewsInAConversationOfItsOwn() {
        model.says("Looks fine.");

        var outcome = run(new TurnInput.Review(new ReviewTarget.Custom("check it")));

        assertThat(outcome).isEqualTo(new TurnOutcome.Completed(null, null));
        assertThat(model.conversation(0)).containsExactly("check it");
        assertThat(host.kinds())
                .containsExactly(
                        "UserMessage",
                        "UserMessage",
                        "ResponseItem",
                        "ExitedReviewMode",
                        "ResponseItem",
                        "AgentMessage");
        assertThat(host.shown)
                .containsExactly(
                        "item/started userMessage",
                        "item/completed userMessage",
                        "item/started agentMessage",
                        "item/started exitedReviewMode Looks fine.",
                        "item/completed exitedReviewMode Looks fine.",
                        "item/started agentMessage Looks fine.",
                        "item/completed agentMessage Looks fine.");
        assertThat(host.context.items()).hasSize(2);
    }

    private TurnOutcome run(TurnInput input) {
        var backoff = new Backoff(new Random(1), pause -> {});
        var engine = new TurnEngine(model, tools, (command, context) -> RawJson.of("{}"), CLOCK, backoff, pause -> {});
        return engine.run(new TurnTask("T", "U", input, settings(), CLOCK.instant()), host);
    }

    private TurnSettings settings() {
        var config = new ConfigLoader(home, null, List.of("model_provider=\"openai\""), Map.of()).load(home);
        return new TurnSettings(
                config,
                home,
                List.of(home),
                "some-model",
                config.modelProviderId(),
                config.provider(),
                258_400L,
                null,
                null,
                null,
                null,
                null,
                config.approvalPolicy(),
                config.approvalsReviewer(),
                config.sandboxPolicy(),
                null,
                new CollaborationMode(mode, new Settings("some-model", null, null)),
                null,
                "instructions",
                null,
                List.of());
    }

    private static TurnInput user(String text) {
        return new TurnInput.User(List.of(text(text)), null);
    }

    private static UserInput text(String text) {
        return new UserInput.Text(text, List.of());
    }

    private static String call(String name, String callId, String arguments) {
        return "{\"type\":\"function_call\",\"name\":\"" + name + "\",\"arguments\":\"" + arguments
                + "\",\"call_id\":\"" + callId + "\"}";
    }

    private static ToolRegistry registry(Tool tool) {
        return new ToolRegistry() {
            @Override
            public List<RawJson> specs(ToolContext context) {
                return List.of(tool.spec());
            }

            @Override
            public @Nullable Tool find(ToolCall call, ToolContext context) {
                return call.name().equals(tool.name()) ? tool : null;
            }
        };
    }

    private static final class Echo implements Tool {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public RawJson spec() {
            return RawJson.of("{}");
        }

        @Override
        public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure {
            if (call.input().equals("bad")) {
                throw new ToolFailure("failed to parse function arguments: bad");
            }
            return ToolOutput.text(call, "echo " + call.input(), true);
        }
    }

    private static final class Stuck implements Tool {
        final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public String name() {
            return "stuck";
        }

        @Override
        public RawJson spec() {
            return RawJson.of("{}");
        }

        @Override
        public ToolOutput call(ToolCall call, ToolContext context) throws InterruptedException {
            begun.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("unreachable");
        }
    }
}
