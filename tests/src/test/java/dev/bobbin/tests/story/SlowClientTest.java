package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that stops reading: it delays nobody and costs a bounded amount of memory. */
class SlowClientTest {
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 9;
    private static final int TURNS = 3;

    /** What the outbox keeps for such a client, and what the system's buffers may hold of what was written before. */
    private static final long KEPT_AND_BUFFERED = (32L << 20) + (16L << 20);

    @Test
    void itIsDisconnectedWhileOthersHearEverything(@TempDir Path folder) throws Exception {
        var setup = TestAppServer.in(folder).modelSays("Small.");
        for (var i = 0; i < TURNS; i++) {
            setup.modelReplies(longReply());
        }
        try (var server = setup.listen();
                var quick = server.connect();
                var slow = new SlowClient(server.address())) {
            var thread = quick.startThread();
            quick.runTurn(thread, "small?");
            slow.subscribe(thread.id());

            for (var i = 0; i < TURNS; i++) {
                var turn = quick.runTurn(thread, "long?");
                assertThat(turn.status()).isEqualTo("completed");
                assertThat(turn.answer()).hasSize(PIECE * PIECES);
            }

            slow.readToTheEnd();
            assertThat(slow.unreadBytes()).isLessThan(KEPT_AND_BUFFERED).isLessThan(2L * TURNS * PIECES * PIECE);
        }
    }

    private static ModelReply longReply() {
        var piece = "x".repeat(PIECE);
        var pieces = new ArrayList<String>();
        for (var i = 0; i < PIECES; i++) {
            pieces.add(piece);
        }
        return ModelReply.reply().message(piece.repeat(PIECES), pieces.toArray(String[]::new));
    }

    /** Reads up to the answer to its last request and then nothing until it is told to. */
    private static final class SlowClient implements WebSocket.Listener, AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final CountDownLatch subscribed = new CountDownLatch(1);
        private final CountDownLatch cut = new CountDownLatch(1);
        private final AtomicLong unread = new AtomicLong();
        private final StringBuilder message = new StringBuilder();
        private final WebSocket socket;

        SlowClient(URI address) {
            socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        }

        void subscribe(String threadId) throws InterruptedException {
            send(
                    "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"slow\",\"version\":\"1\"}}}");
            send("{\"id\":2,\"method\":\"thread/resume\",\"params\":{\"threadId\":\"" + threadId + "\"}}");
            assertThat(subscribed.await(30, TimeUnit.SECONDS)).isTrue();
        }

        private void send(String text) {
            socket.sendText(text, true).join();
        }

        void readToTheEnd() throws InterruptedException {
            socket.request(Long.MAX_VALUE);
            assertThat(cut.await(30, TimeUnit.SECONDS))
                    .as("the server cut the connection")
                    .isTrue();
        }

        long unreadBytes() {
            return unread.get();
        }

        @Override
        public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
            if (subscribed.getCount() == 0) {
                unread.addAndGet(text.length());
                return CompletableFuture.completedFuture(null);
            }
            message.append(text);
            if (last && message.indexOf("\"id\":2") >= 0) {
                subscribed.countDown();
                return CompletableFuture.completedFuture(null);
            }
            if (last) {
                message.setLength(0);
            }
            source.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket source, int status, String reason) {
            cut.countDown();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket source, Throwable error) {
            cut.countDown();
        }

        @Override
        public void close() {
            socket.abort();
            http.shutdownNow();
        }
    }
}
