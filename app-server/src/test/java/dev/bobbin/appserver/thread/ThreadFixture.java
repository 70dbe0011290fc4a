package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.id.TimeOrderedIds;
import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelClient;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.turn.TurnEngine;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.ToolRequestUserInputParams;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadResumeParams;
import dev.bobbin.protocol.v2.thread.ThreadStartParams;
import dev.bobbin.protocol.v2.thread.ThreadStartResponse;
import dev.bobbin.protocol.v2.turn.TurnRunParams;
import dev.bobbin.protocol.v2.turn.TurnStartParams;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.memory.InMemoryThreadStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;

/** Threads over a store of the test's choice and a model that does as it is told. */
final class ThreadFixture implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    final RecordingClient client = new RecordingClient();
    final RequestContext context = new RequestContext(client, RequestId.of(1));
    final LinkedBlockingQueue<Play> plays = new LinkedBlockingQueue<>();
    final ThreadManager threads;

    /** What the model does when it is asked. */
    interface Play {
        void with(ModelEventSink sink) throws ModelException, InterruptedException;
    }

    ThreadFixture(Path home) {
        this(home, new InMemoryThreadStore("offline", CLOCK), ThreadServices.DEFAULT_IDLE_UNLOAD);
    }

    ThreadFixture(Path home, ThreadStore store, Duration idleUnload) {
        var loader = new ConfigLoader(home, null, List.of("model_provider=\"offline\""), Map.of());
        ModelClient model = new ModelClient() {
            @Override
            public void stream(ModelRequest request, ModelEventSink sink) throws ModelException, InterruptedException {
                plays.take().with(sink);
            }
        };
        Backoff.Sleeper sleeper = _ -> {};
        var engine = new TurnEngine(
                model, tools(), (_, _) -> RawJson.of("{}"), CLOCK, new Backoff(new Random(1), sleeper), sleeper);
        this.threads = new ThreadManager(new ThreadServices(
                home,
                store,
                new InMemoryThreadStore("offline", CLOCK),
                (overrides, cwd) -> loader.load(cwd, overrides),
                engine,
                client::send,
                CLOCK,
                new TimeOrderedIds(CLOCK),
                new WorkingFolders(home, home),
                "0.137.0",
                idleUnload,
                _ -> List.of(),
                new Observers()));
    }

    /** One tool: it asks the user a question and passes the answer on. */
    private static ToolRegistry tools() {
        return new ToolRegistry() {
            @Override
            public List<RawJson> specs(ToolContext context) {
                return List.of();
            }

            @Override
            public Tool find(ToolCall call, ToolContext context) {
                return new AskingTool();
            }
        };
    }

    private static final class AskingTool implements Tool {
        @Override
        public String name() {
            return "ask";
        }

        @Override
        public RawJson spec() {
            return RawJson.of("{}");
        }

        @Override
        public ToolOutput call(ToolCall call, ToolContext context) throws InterruptedException {
            try {
                var params = new ToolRequestUserInputParams("t", "u", call.callId(), List.of());
                var answer = context.ask(ServerMethods.ITEM_TOOL_REQUEST_USER_INPUT, params, AskKind.USER_INPUT);
                return ToolOutput.text(call, "answers: " + answer.answers().size(), true);
            } catch (AskRefused e) {
                return ToolOutput.text(call, "refused", false);
            }
        }
    }

    /** The model will call the tool that asks, once. */
    ThreadFixture asks() {
        plays.add(sink -> {
            var call = "{\"type\":\"function_call\",\"name\":\"ask\",\"call_id\":\"c\",\"arguments\":\"{}\"}";
            sink.accept(new ModelEvent.ItemDone(
                    RawJson.of(call), (ObjectNode) RawJson.of(call).tree()));
            sink.accept(new ModelEvent.Completed("r", new TokenUsage(10, 0, 5, 0, 15)));
        });
        return this;
    }

    /** The model will say this, once. */
    ThreadFixture says(String text) {
        plays.add(sink -> {
            sink.accept(new ModelEvent.Created("r"));
            var item =
                    "{\"type\":\"message\",\"role\":\"assistant\",\"id\":\"m\",\"content\":[{\"type\":\"output_text\","
                            + "\"text\":\"" + text + "\"}]}";
            sink.accept(new ModelEvent.ItemDone(
                    RawJson.of(item), (ObjectNode) RawJson.of(item).tree()));
            sink.accept(new ModelEvent.Completed("r", new TokenUsage(10, 0, 5, 0, 15)));
        });
        return this;
    }

    String start() throws InterruptedException {
        return start(false);
    }

    String start(boolean ephemeral) throws InterruptedException {
        var reply = client.<ThreadStartResponse>reply();
        var params = json().put("ephemeral", ephemeral);
        threads.start(WireJson.decode(params, ThreadStartParams.class), context, reply);
        return Objects.requireNonNull(reply.get()).thread().id();
    }

    /** Runs a turn to its end. */
    void run(String threadId, String text) throws InterruptedException {
        var reply = client.<dev.bobbin.protocol.v2.turn.TurnRunResponse>reply();
        threads.turns().run(WireJson.decode(turn(threadId, text), TurnRunParams.class), context, reply);
        reply.get();
    }

    TurnStartParams turnStart(String threadId, String text) {
        return WireJson.decode(turn(threadId, text), TurnStartParams.class);
    }

    ThreadResumeParams resume(String threadId) {
        return WireJson.decode(json().put("threadId", threadId), ThreadResumeParams.class);
    }

    ThreadResumeParams resume(String threadId, Path path) {
        return WireJson.decode(json().put("threadId", threadId).put("path", path.toString()), ThreadResumeParams.class);
    }

    ThreadForkParams fork(String threadId, boolean ephemeral) {
        return WireJson.decode(json().put("threadId", threadId).put("ephemeral", ephemeral), ThreadForkParams.class);
    }

    private static ObjectNode turn(String threadId, String text) {
        var params = json().put("threadId", threadId);
        params.putArray("input").addObject().put("type", "text").put("text", text);
        return params;
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() throws InterruptedException {
        threads.close();
    }
}
