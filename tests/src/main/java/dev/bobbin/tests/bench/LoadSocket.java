package dev.bobbin.tests.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client that reads as little as it is told to, and knows of nothing but the end of its connection. */
final class LoadSocket implements WebSocket.Listener, AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WebSocket socket;

    LoadSocket(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        send("{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"slow\",\"version\":\"1\"}}}");
        send("{\"method\":\"initialized\"}");
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Begins a message that it never ends. */
    void sendHalf(String text) {
        socket.sendText(text, false).join();
    }

    /** Takes so many more messages, or parts of them. The first is taken unasked. */
    void read(long messages) {
        socket.request(messages);
    }

    /** Takes all there is, and waits for the server to cut the connection. */
    void awaitCut() throws InterruptedException {
        read(Long.MAX_VALUE);
        if (!ended.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("a client that did not read was not disconnected");
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket source, int status, String reason) {
        ended.countDown();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket source, Throwable error) {
        ended.countDown();
    }

    /** Hangs up without a word. */
    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
