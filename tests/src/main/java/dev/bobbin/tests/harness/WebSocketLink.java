package dev.bobbin.tests.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client's connection to a server that listens. The server belongs to somebody else. */
final class WebSocketLink implements ServerLink, WebSocket.Listener {
    private final Listener listener;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    private WebSocketLink(URI address, Listener listener) {
        this.listener = listener;
        this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    static WebSocketLink connect(URI address, Listener listener) {
        return new WebSocketLink(address, listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket source, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            var line = message.toString();
            message.setLength(0);
            listener.line(line);
        }
        source.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket source, int status, String reason) {
        end();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket source, Throwable error) {
        end();
    }

    private void end() {
        listener.ended();
        ended.countDown();
    }

    @Override
    public void send(byte[] bytes) {
        socket.sendText(new String(bytes, StandardCharsets.UTF_8), true).join();
    }

    @Override
    public void closeInput() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    @Override
    public void kill() {
        socket.abort();
        end();
    }

    @Override
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the server does not end the connection");
        }
        return 0;
    }

    @Override
    public String log() {
        return "";
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
