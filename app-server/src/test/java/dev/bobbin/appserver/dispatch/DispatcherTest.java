package dev.bobbin.appserver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.connection.Answer;
import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.connection.Handshake;
import dev.bobbin.appserver.connection.OutboxPolicy;
import dev.bobbin.appserver.connection.PendingRequest;
import dev.bobbin.appserver.connection.ServerRequests;
import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.appserver.transport.MemoryTransport;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.DynamicToolCallParams;
import dev.bobbin.protocol.v2.approval.DynamicToolCallResponse;
import dev.bobbin.protocol.v2.mock.MockExperimentalMethodResponse;
import dev.bobbin.protocol.v2.thread.ThreadLoadedListResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatcherTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PROBE = "{\"id\":\"probe\",\"method\":\"no/such\",\"params\":{}}";

    private final MemoryTransport client = new MemoryTransport();
    private final RequestRouter router = new RequestRouter(new Observers());
    private final Connection connection = Connection.open(
            client,
            new Handshake(Path.of("/home/me/.codex"), "0.137.0", Map.of("TERM", "dumb")),
            new ServerRequests(),
            OutboxPolicy.ONLY_CLIENT);
    private final Thread server = Thread.ofVirtual().unstarted(() -> {
        try {
            new Dispatcher(connection, () -> router, () -> {}).serve();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.endInput();
        server.join();
        connection.close();
    }

    private String call(String line) throws InterruptedException {
        client.send(line);
        return receive();
    }

    private String receive() throws InterruptedException {
        return String.valueOf(client.receive(LONG));
    }

    private void initialize(boolean experimental) throws InterruptedException {
        assertThat(call(
                        "{\"id\":0,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"probe\",\"version\":\"9\"},"
                                + "\"capabilities\":{\"experimentalApi\":" + experimental + "}}}"))
                .startsWith("{\"id\":0,\"result\":{\"userAgent\":\"probe/0.137.0 (")
                .contains(") dumb (probe; 9)\"")
                .contains("\"codexHome\":\"/home/me/.codex\"");
    }

    private static String error(int code, String message, String reason, String id) {
        return "{\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"data\":{\"reason\":\"" + reason
                + "\",\"retryable\":false}},\"id\":" + id + "}";
    }

    @Test
    void theHandshakeComesFirstAndOnce() throws InterruptedException {
        assertThat(call("{\"id\":1,\"method\":\"thread/loaded/list\",\"params\":{}}"))
                .isEqualTo(error(-32600, "Not initialized", "not_initialized", "1"));
        assertThat(call("{\"id\":2,\"method\":\"thread/loaded/list\",\"params\":{\"limit\":\"x\"}}"))
                .isEqualTo(error(
                        -32600,
                        "Invalid request: invalid type: string \\\"x\\\", expected u32",
                        "invalid_params",
                        "2"));
        initialize(false);
        assertThat(
                        call(
                                "{\"id\":3,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}}"))
                .isEqualTo(error(-32600, "Already initialized", "already_initialized", "3"));
    }

    @Test
    void aNameThatIsNoHeaderValueIsRefusedAndMayBeCorrected() throws InterruptedException {
        assertThat(
                        call(
                                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"a\\r\\nb\",\"version\":\"1\"}}}"))
                .isEqualTo(error(
                        -32600,
                        "Invalid clientInfo.name: 'a\\r\\nb'. Must be a valid HTTP header value.",
                        "invalid_client_name",
                        "1"));
        initialize(false);
    }

    @Test
    void anUnknownMethodIsNamedTogetherWithTheKnownOnes() throws InterruptedException {
        assertThat(call(PROBE))
                .startsWith("{\"error\":{\"code\":-32600,\"message\":\"Invalid request: unknown variant `no/such`, "
                        + "expected one of `initialize`, `thread/start`, ")
                .endsWith("\"data\":{\"reason\":\"unknown_method\",\"retryable\":false}},\"id\":\"probe\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \t\r",
                "nonsense",
                "[]",
                "42",
                "{}",
                "{\"id\":1.5,\"method\":\"thread/loaded/list\",\"params\":{}}",
                "{\"id\":null,\"method\":\"thread/loaded/list\",\"params\":{}}",
                "{\"id\":true,\"method\":\"thread/loaded/list\",\"params\":{}}",
                "{\"id\":1,\"method\":7,\"params\":{}}",
                "{\"method\":\"no/such/notification\",\"params\":{}}",
                "{\"id\":12345,\"result\":{}}",
                "{\"id\":\"zzz\",\"error\":{\"code\":-1,\"message\":\"no\"}}",
                "{\"id\":1,\"method\":\"thread/loaded/list\",\"params\":{\"x\":\"\u0000\"}}"
            })
    void whatIsNoRequestGetsNoAnswer(String line) throws InterruptedException {
        client.send(line);
        assertThat(call(PROBE)).contains("unknown variant");
    }

    @ParameterizedTest
    @CsvSource({"'\"\"'", "-5", "9007199254740993", "'\"7\"'", "-9223372036854775808"})
    void idsComeBackAsTheyWere(String id) throws InterruptedException {
        assertThat(call("{\"id\":" + id + ",\"method\":\"no/such\"}")).endsWith("\"id\":" + id + "}");
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedByItsId() throws InterruptedException {
        var deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(call("{\"id\":4,\"method\":\"thread/loaded/list\",\"params\":{\"x\":" + deep + "}}"))
                .isEqualTo(error(-32600, "Invalid request: recursion limit exceeded", "too_deep", "4"));
        client.send("{\"params\":" + deep + ",\"id\":4,\"method\":\"thread/loaded/list\"}");
        assertThat(call(PROBE)).contains("unknown variant");
    }

    @Test
    void badTextIsRepairedRatherThanRefused() throws InterruptedException {
        router.onShort(
                ClientMethods.MOCK_EXPERIMENTAL_METHOD,
                (params, context, reply) -> reply.ok(new MockExperimentalMethodResponse(params.value())));
        initialize(true);
        var line =
                "{\"id\":1,\"method\":\"mock/experimentalMethod\",\"params\":{\"value\":\"\\ud800 \\uD83D\\uDE00 \\\\ud800 @\"}}\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (var i = 0; i < line.length; i++) {
            line[i] = line[i] == '@' ? (byte) 0xFF : line[i];
        }
        client.send(line);
        assertThat(receive()).isEqualTo("{\"id\":1,\"result\":{\"echoed\":\"\uFFFD 😀 \\\\ud800 \uFFFD\"}}");
    }

    @Test
    void theExperimentalApiMustBeAskedFor() throws InterruptedException {
        initialize(false);
        assertThat(call("{\"id\":1,\"method\":\"mock/experimentalMethod\",\"params\":{}}"))
                .isEqualTo(error(
                        -32600,
                        "mock/experimentalMethod requires experimentalApi capability",
                        "experimental_api_required",
                        "1"));
        router.on(ClientMethods.THREAD_RESUME, (params, context, reply) -> {
            throw new AssertionError("it is refused before");
        });
        assertThat(call("{\"id\":2,\"method\":\"thread/resume\",\"params\":{\"threadId\":\"x\",\"path\":\"/nope\"}}"))
                .contains("\"thread/resume.path requires experimentalApi capability\"");
    }

    @Test
    void aKnownMethodWithoutHandlerSaysSo() throws InterruptedException {
        initialize(true);
        assertThat(call("{\"id\":1,\"method\":\"memory/reset\"}"))
                .isEqualTo(error(-32601, "memory/reset is not supported by this server", "unsupported_method", "1"));
    }

    @Test
    void everyRequestGetsOneAnswerWhateverItsHandlerDoes() throws InterruptedException {
        var replies = new ArrayList<Reply<ThreadLoadedListResponse>>();
        router.on(ClientMethods.THREAD_LOADED_LIST, (params, context, reply) -> {
            switch (String.valueOf(params.cursor())) {
                case "throws" -> throw new IllegalArgumentException("secret");
                case "overflows" -> throw new StackOverflowError();
                case "twice" -> {
                    reply.ok(new ThreadLoadedListResponse(List.of("a"), null));
                    reply.ok(new ThreadLoadedListResponse(List.of("b"), null));
                    throw new IllegalStateException("after the answer");
                }
                default -> {
                    reply.fail(new RequestException.InvalidRequest("no", "because"));
                    replies.add(reply);
                }
            }
        });
        initialize(true);
        assertThat(list("throws")).isEqualTo(error(-32603, "internal error", "internal_error", "1"));
        assertThat(list("overflows")).isEqualTo(error(-32603, "request is nested too deeply", "too_deep", "1"));
        assertThat(list("twice")).isEqualTo("{\"id\":1,\"result\":{\"data\":[\"a\"],\"nextCursor\":null}}");
        assertThat(list("other")).isEqualTo(error(-32600, "no", "because", "1"));
        assertThat(call(PROBE)).contains("unknown variant");
    }

    private String list(String cursor) throws InterruptedException {
        return call("{\"id\":1,\"method\":\"thread/loaded/list\",\"params\":{\"cursor\":\"" + cursor + "\"}}");
    }

    @Test
    void aReplyThatIsLostBecomesAnError() throws InterruptedException {
        router.on(ClientMethods.THREAD_LOADED_LIST, (params, context, reply) -> {});
        initialize(true);
        client.send("{\"id\":1,\"method\":\"thread/loaded/list\",\"params\":{}}");
        String answer = null;
        for (var i = 0; i < 200 && answer == null; i++) {
            System.gc();
            answer = client.receive(Duration.ofMillis(100));
        }
        assertThat(answer).isEqualTo(error(-32603, "internal error", "no_answer", "1"));
    }

    @Test
    void theServerAsksAndTakesTheFirstAnswer() throws InterruptedException {
        initialize(true);
        var first = ask();
        assertThat(receive())
                .startsWith("{\"id\":" + first.request().id() + ",\"method\":\"item/tool/call\",\"params\":{");
        client.send("{\"id\":" + first.request().id() + ",\"result\":{\"contentItems\":[],\"success\":true}}");
        client.send("{\"id\":" + first.request().id() + ",\"result\":{\"contentItems\":[],\"success\":false}}");
        assertThat(first.answer()).isEqualTo(new Answer.Result<>(new DynamicToolCallResponse(List.of(), true)));

        var refused = ask();
        receive();
        client.send("{\"id\":" + refused.request().id() + ",\"error\":{\"code\":-1,\"message\":\"no\"}}");
        assertThat(refused.answer()).isInstanceOf(Answer.Refused.class);

        var rubbish = ask();
        receive();
        client.send("{\"id\":" + rubbish.request().id() + ",\"result\":5}");
        assertThat(rubbish.answer()).isInstanceOf(Answer.Rubbish.class);

        var cancelled = ask();
        receive();
        assertThat(cancelled.request().cancel()).isTrue();
        client.send("{\"id\":" + cancelled.request().id() + ",\"result\":5}");
        assertThat(call(PROBE)).contains("unknown variant");
        assertThat(cancelled.answers()).isEmpty();

        var gone = ask();
        receive();
        connection.close();
        assertThat(gone.answer()).isInstanceOf(Answer.Gone.class);
        assertThat(ask().answer()).isInstanceOf(Answer.Gone.class);
    }

    private record Asked(PendingRequest request, BlockingQueue<Answer<DynamicToolCallResponse>> answers) {
        Answer<DynamicToolCallResponse> answer() throws InterruptedException {
            var answer = answers.poll(20, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            return answer;
        }
    }

    private Asked ask() {
        var answers = new LinkedBlockingQueue<Answer<DynamicToolCallResponse>>();
        var params = new DynamicToolCallParams(
                "t", "u", "c", null, "tool", com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        return new Asked(connection.ask(ServerMethods.ITEM_TOOL_CALL, params, answers::add), answers);
    }
}
