package dev.bobbin.appserver.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loopback server that answers each request with the next of the scripted bytes. */
public final class ScriptedServer implements AutoCloseable {
    /** What a client sent. */
    public record Received(String head, String body) {}

    /**
     * What to answer.
     *
     * @param close whether the connection is closed afterwards
     */
    public record Answer(byte[] bytes, boolean close) {
        /** Head and body as they are, then the end of the connection. */
        public static Answer raw(String text) {
            return new Answer(text.getBytes(StandardCharsets.UTF_8), true);
        }

        /** The same, and the connection stays. */
        public static Answer kept(String text) {
            return new Answer(text.getBytes(StandardCharsets.UTF_8), false);
        }

        public static Answer status(int status, String body, String... headerLines) {
            var length = body.getBytes(StandardCharsets.UTF_8).length;
            var lines = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
            return kept("HTTP/1.1 " + status + " X\r\n" + lines + "content-length: " + length + "\r\n\r\n" + body);
        }

        /** A stream of events, one for each JSON text, that ends with the connection. */
        public static Answer events(String... data) {
            var text = new StringBuilder("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n");
            for (var json : data) {
                text.append("data: ").append(json).append("\n\n");
            }
            return raw(text.toString());
        }
    }

    private final ServerSocket listener;
    private final Queue<Answer> script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore clientsLeft = new Semaphore(0);

    public ScriptedServer(Answer... script) throws IOException {
        this.script = new ArrayDeque<>(List.of(script));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public int connections() {
        return connections.get();
    }

    /** Waits until some client has closed its connection. */
    public void awaitClientLeft() throws InterruptedException {
        clientsLeft.acquire();
    }

    /** Whether every client that ever came closes its connection before long. */
    public boolean allClientsLeave(Duration limit) throws InterruptedException {
        return clientsLeft.tryAcquire(connections.get(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            while (true) {
                var request = request(in);
                if (request == null) {
                    clientsLeft.release();
                    return;
                }
                received.add(request);
                if (answered(out)) {
                    return;
                }
            }
        } catch (IOException e) {
            clientsLeft.release();
        }
    }

    /** With nothing left to say the connection stays open and silent. */
    private boolean answered(OutputStream out) throws IOException {
        Answer answer;
        synchronized (script) {
            answer = script.poll();
        }
        if (answer == null) {
            return false;
        }
        out.write(answer.bytes());
        out.flush();
        return answer.close();
    }

    private static @Nullable Received request(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var text = "";
        while (!text.endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        var length = 0;
        for (var line : text.lines().toList()) {
            if (line.regionMatches(true, 0, "content-length: ", 0, "content-length: ".length())) {
                length = Integer.parseInt(line.substring("content-length: ".length()));
            }
        }
        return new Received(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
