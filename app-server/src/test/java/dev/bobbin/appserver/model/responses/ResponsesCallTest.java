package dev.bobbin.appserver.model.responses;

import static dev.bobbin.appserver.model.ModelRequests.provider;
import static dev.bobbin.appserver.model.ModelRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How a call is made: when it is repeated, and what ends it before its answer does. */
class ResponsesCallTest extends ResponsesFixture {
    @Test
    void serverErrorsAndLostConnectionsAreRepeatedWithGrowingWaits() throws Exception {
        try (var server = new ScriptedServer(
                Answer.raw("HTTP/1.1 500 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"),
                Answer.raw(""),
                Answer.status(502, ""),
                Answer.events(COMPLETED))) {
            events(request(provider(server.url(), 3, Duration.ofSeconds(5))));
            assertThat(server.received()).hasSize(4);
            assertThat(waits).hasSize(3);
            for (var i = 0; i < 3; i++) {
                var usual = 200 << i;
                assertThat(waits.get(i))
                        .isBetween(Duration.ofMillis(usual * 9 / 10), Duration.ofMillis(usual * 11 / 10));
            }
        }
    }

    @Test
    void refusalsAreNotRepeated() throws Exception {
        try (var server = new ScriptedServer(Answer.status(429, ""), Answer.status(404, ""))) {
            var request = request(provider(server.url(), 3, Duration.ofSeconds(5)));
            failure(request);
            failure(request);
            assertThat(waits).isEmpty();
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void stallsEndTheAnswerThoughPingsArrive() throws Exception {
        try (var server = new ScriptedServer(
                Answer.kept("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n: ping\n\n\r\n"))) {
            assertThat(failure(request(provider(server.url(), 0, Duration.ofMillis(60))))
                            .text())
                    .isEqualTo("stream disconnected before completion: idle timeout waiting for SSE");
            server.awaitClientLeft();
        }
    }

    @Test
    void unsetKeyAndUnusableAddressAreToldBeforeAnythingIsSent() {
        var keyless = provider("http://127.0.0.1:1", 0, Duration.ofSeconds(1), "NO_SUCH_KEY", Map.of());
        assertThat(failure(request(keyless)).text()).isEqualTo("Missing environment variable: `NO_SUCH_KEY`.");
        assertThat(failure(request(keyless)).retryable()).isFalse();
        assertThat(failure(request(provider("not a url"))).text())
                .isEqualTo("stream disconnected before completion: builder error");
        assertThat(failure(request(provider("ftp://x/y"))).text())
                .isEqualTo("stream disconnected before completion: builder error for url (ftp://x/y/responses)");
    }

    @Test
    void interruptEndsTheAnswerAndFreesTheConnection() throws Exception {
        try (var server = new ScriptedServer(Answer.kept(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3a\r\ndata: " + CREATED + "\n\n\r\n"))) {
            var thrown = new AtomicReference<Throwable>();
            var begun = new CountDownLatch(1);
            var turn = Thread.ofVirtual().start(() -> {
                try {
                    client.stream(request(provider(server.url())), event -> {
                        if (event instanceof ModelEvent.Created) {
                            begun.countDown();
                        }
                    });
                } catch (ModelException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            begun.await();
            turn.interrupt();
            turn.join();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            server.awaitClientLeft();
        }
    }

    @Test
    void warmingUpNeedsNoServer() {
        assertThatCode(client::warm).doesNotThrowAnyException();
    }
}
