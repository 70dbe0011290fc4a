package dev.bobbin.appserver.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpPoolTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final HttpPool pool = new HttpPool(Clock.systemUTC(), Map.of());

    @Test
    void requestSaysWhatWasAsked() throws Exception {
        try (var server = new ScriptedServer(Answer.status(200, "hi"))) {
            var call = new HttpCall(
                    URI.create(server.url() + "/v1/x?a=b%20c"),
                    Map.of("x-evil", "a\r\nx-more: b"),
                    List.of("one".getBytes(StandardCharsets.UTF_8), "-two".getBytes(StandardCharsets.UTF_8)),
                    Duration.ofSeconds(5));
            try (var answer = pool.post(call)) {
                assertThat(text(answer)).isEqualTo("hi");
            }
            var received = server.received().getFirst();
            assertThat(received.head())
                    .isEqualTo("POST /v1/x?a=b%20c HTTP/1.1\r\nhost: "
                            + server.url().substring(7) + "\r\nx-evil: ax-more: b\r\ncontent-length: 7\r\n\r\n");
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
                Answer.status(200, "unread"),
                Answer.status(200, "e"))) {
            assertThat(ask(server)).isEqualTo("a");
            assertThat(ask(server)).isEqualTo("b");
            assertThat(ask(server)).isEqualTo("until the end");
            pool.post(call(server, Duration.ofSeconds(5))).close();
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
            assertThatThrownBy(() -> ask(server)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(server)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void silenceEndsTheCall() throws Exception {
        try (var server = new ScriptedServer()) {
            assertThatThrownBy(() -> pool.post(call(server, Duration.ofMillis(30))))
                    .isInstanceOf(SocketTimeoutException.class);
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
                    pool.post(call(server, Duration.ofMinutes(5)));
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
    void redirectsAreFollowedOnTheSameServerOnly() throws Exception {
        try (var server = new ScriptedServer(
                Answer.status(307, "", "location: /elsewhere"),
                Answer.status(200, "found"),
                Answer.status(308, "", "location: http://127.0.0.1:1/other"))) {
            assertThat(ask(server)).isEqualTo("found");
            assertThat(server.received().get(1).head()).startsWith("POST /elsewhere HTTP/1.1\r\n");
            assertThat(server.received().get(1).body()).isEqualTo("x");
            assertThatThrownBy(() -> ask(server)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void plainHttpGoesThroughTheProxyUnlessTheHostIsExcluded() throws Exception {
        try (var proxy = new ScriptedServer(Answer.status(200, "via"))) {
            var env = Map.of("http_proxy", "http://u:p@" + proxy.url().substring(7), "NO_PROXY", "direct.invalid");
            try (var proxied = new HttpPool(Clock.systemUTC(), env)) {
                var call = new HttpCall(
                        URI.create("http://my_host.invalid/x"), Map.of(), List.of(), Duration.ofSeconds(5));
                try (var answer = proxied.post(call)) {
                    assertThat(text(answer)).isEqualTo("via");
                }
                assertThat(proxy.received().getFirst().head())
                        .startsWith("POST http://my_host.invalid/x HTTP/1.1\r\nhost: my_host.invalid\r\n")
                        .contains("proxy-authorization: Basic dTpw\r\n");
            }
            var proxies = new HttpProxies(env);
            assertThat(proxies.of(new HttpOrigin(false, "direct.invalid", 80))).isNull();
            assertThat(proxies.of(new HttpOrigin(false, "localhost", 80))).isNull();
        }
    }

    private String ask(ScriptedServer server) throws IOException, InterruptedException {
        try (var answer = pool.post(call(server, Duration.ofSeconds(5)))) {
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
