package dev.bobbin.appserver.model.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpCallsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final HttpCalls http = new HttpCalls(Duration.ofMillis(1), Map.of(), System::nanoTime);

    @Test
    void requestSaysWhatWasAsked() throws Exception {
        try (var server = new ScriptedServer(Answer.status(200, "hi"))) {
            var call = new HttpCall(
                    URI.create(server.url() + "/v1/x?a=b%20c"),
                    Map.of("x-evil", "a\r\nx-more: b"),
                    List.of("one".getBytes(StandardCharsets.UTF_8), "-two".getBytes(StandardCharsets.UTF_8)),
                    Duration.ofSeconds(5));
            try (var answer = http.post(call)) {
                assertThat(text(answer)).isEqualTo("hi");
            }
            var received = server.received().getFirst();
            assertThat(received.head())
                    .startsWith("POST /v1/x?a=b%20c HTTP/1.1\r\n")
                    .contains("\r\nContent-Length: 7\r\n", "\r\nx-evil: ax-more: b\r\n");
            assertThat(received.body()).isEqualTo("one-two");
        }
    }

    @Test
    void connectionIsKeptAfterBodiesOfKnownLengthAndInChunks() throws Exception {
        try (var server = new ScriptedServer(
                Answer.status(200, "first"),
                Answer.kept(
                        OK + "transfer-encoding: chunked\r\n\r\n3;x=y\r\nsec\r\n3\r\nond\r\n0\r\ntrailer: 1\r\n\r\n"),
                Answer.kept("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n"),
                Answer.status(200, "last"))) {
            assertThat(ask(server)).isEqualTo("first");
            assertThat(ask(server)).isEqualTo("second");
            assertThat(ask(server)).isEmpty();
            assertThat(ask(server)).isEqualTo("last");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectionIsNotKeptWhenTheServerWillCloseItOrTheBodyWasNotRead() throws Exception {
        try (var server = new ScriptedServer(
                Answer.kept(OK + "connection: close\r\ncontent-length: 1\r\n\r\na"),
                Answer.raw("HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nb"),
                Answer.raw(OK + "\r\nuntil the end"),
                Answer.kept(OK + "content-length: 100\r\n\r\nunread"),
                Answer.status(200, "e"))) {
            assertThat(ask(server)).isEqualTo("a");
            assertThat(ask(server)).isEqualTo("b");
            assertThat(ask(server)).isEqualTo("until the end");
            http.post(call(server, Duration.ofSeconds(5))).close();
            assertThat(ask(server)).isEqualTo("e");
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void connectionThatTheServerClosedMeanwhileIsReplaced() throws Exception {
        try (var server = new ScriptedServer(
                new Answer((OK + "content-length: 1\r\n\r\na").getBytes(StandardCharsets.UTF_8), true),
                Answer.status(200, "b"))) {
            assertThat(ask(server)).isEqualTo("a");
            assertThat(ask(server)).isEqualTo("b");
        }
    }

    @Test
    void answersCutShortAreErrors() throws Exception {
        try (var server = new ScriptedServer(
                Answer.raw(OK + "content-length: 5\r\n\r\nab"),
                Answer.raw(OK + "transfer-encoding: chunked\r\n\r\n5\r\nab"),
                Answer.raw(OK + "transfer-encoding: chunked\r\n\r\n2\r\nab\r\n"),
                Answer.raw(OK + "content-le"),
                Answer.raw("hello\r\n\r\n"))) {
            assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void silenceEndsTheCall() throws Exception {
        try (var server = new ScriptedServer()) {
            assertThatThrownBy(() -> http.post(call(server, Duration.ofMillis(30))))
                    .isInstanceOf(HttpTimeoutException.class);
            server.awaitClientLeft();
        }
    }

    @Test
    void interruptEndsTheCallAndFreesTheConnection() throws Exception {
        try (var server = new ScriptedServer()) {
            var thrown = new AtomicReference<Throwable>();
            var started = new CountDownLatch(1);
            var caller = Thread.ofVirtual().start(() -> {
                started.countDown();
                try {
                    http.post(call(server, Duration.ofMinutes(5)));
                } catch (IOException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            started.await();
            caller.interrupt();
            caller.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void interruptsAroundTheHeadOfAnAnswerFreeTheConnection() throws Exception {
        var answers = new Answer[200];
        Arrays.fill(answers, Answer.kept(OK + "content-type: text/event-stream\r\n\r\n: begun\n"));
        try (var server = new ScriptedServer(answers)) {
            for (var i = 0; i < answers.length; i++) {
                var caller = Thread.ofVirtual().start(() -> {
                    try (var answer = http.post(call(server, Duration.ofMinutes(5)))) {
                        text(answer);
                    } catch (IOException | InterruptedException e) {
                        // As it should be.
                    }
                });
                while (server.received().size() <= i) {
                    Thread.onSpinWait();
                }
                for (var spin = 0; spin < i * 200; spin++) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
                caller.join();
            }
            assertThat(server.allClientsLeave(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void environmentChoosesProxies() throws Exception {
        var env =
                Map.of("http_proxy", "http://p:3128", "HTTPS_PROXY", "q", "NO_PROXY", "direct.invalid, .other.invalid");
        var proxies = requireNonNull(EnvironmentProxies.of(env));
        assertThat(proxies.select(URI.create("http://a.invalid/")))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("p", 3128)));
        assertThat(proxies.select(URI.create("https://a.invalid/")))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("q", 80)));
        for (var direct : List.of(
                "http://direct.invalid/", "http://x.other.invalid/", "http://127.0.0.1:1/", "http://localhost/")) {
            assertThat(proxies.select(URI.create(direct))).containsExactly(Proxy.NO_PROXY);
        }
        assertThat(EnvironmentProxies.of(Map.of("NO_PROXY", "*"))).isNull();
    }

    @Test
    void warmingUpUsesNoNetwork() {
        http.warm();
    }

    private String ask(ScriptedServer server) throws IOException, InterruptedException {
        try (var answer = http.post(call(server, Duration.ofSeconds(5)))) {
            return text(answer);
        }
    }

    private static HttpCall call(ScriptedServer server, Duration idle) {
        return new HttpCall(
                URI.create(server.url() + "/"), Map.of(), List.of("x".getBytes(StandardCharsets.UTF_8)), idle);
    }

    private static String text(HttpAnswer answer) throws IOException {
        return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
}
