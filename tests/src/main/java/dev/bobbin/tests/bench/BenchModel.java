package dev.bobbin.tests.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * A model that answers every request with the same words. The answer is put together before the first request comes, so that
 * what is measured is the server.
 */
final class BenchModel implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final Duration THOUGHT = Duration.ofMillis(100);

    private final ServerSocket listening;
    private final byte[] answer;
    private final Duration delay;

    private BenchModel(byte[] answer, Duration delay) throws IOException {
        this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.answer = answer;
        this.delay = delay;
        Thread.ofVirtual().name("model").start(this::accept);
    }

    /** What a model is like. */
    enum Kind {
        /** Answers at once with one word. */
        PROMPT,
        /** Answers at once, in 5,000 pieces. */
        TALKATIVE,
        /** Answers with one word after a tenth of a second. */
        THINKING
    }

    static BenchModel of(Kind kind) throws IOException {
        return switch (kind) {
            case PROMPT -> talkative(1);
            case TALKATIVE -> talkative(5_000);
            case THINKING -> new BenchModel(response(1), THOUGHT);
        };
    }

    /** One that answers at once, in so many pieces. */
    static BenchModel talkative(int deltas) throws IOException {
        return new BenchModel(response(deltas), Duration.ZERO);
    }

    int port() {
        return listening.getLocalPort();
    }

    private static byte[] response(int deltas) {
        var text = new StringBuilder();
        var stream = new StringBuilder();
        event(stream, "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}");
        event(
                stream,
                "{\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"type\":\"message\","
                        + "\"role\":\"assistant\",\"id\":\"msg_1\",\"content\":[]}}");
        for (var i = 0; i < deltas; i++) {
            var piece = "word" + i + " ";
            text.append(piece);
            event(
                    stream,
                    "{\"type\":\"response.output_text.delta\",\"item_id\":\"msg_1\",\"output_index\":0,"
                            + "\"content_index\":0,\"delta\":\"" + piece + "\"}");
        }
        event(
                stream,
                "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":\"message\","
                        + "\"role\":\"assistant\",\"id\":\"msg_1\",\"content\":[{\"type\":\"output_text\",\"text\":\""
                        + text + "\"}]}}");
        event(
                stream,
                "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"usage\":{\"input_tokens\":10,"
                        + "\"input_tokens_details\":null,\"output_tokens\":5,\"output_tokens_details\":null,"
                        + "\"total_tokens\":15}}}");
        return http("text/event-stream", stream.toString());
    }

    private static void event(StringBuilder stream, String json) {
        var type = json.substring(9, json.indexOf('"', 9));
        stream.append("event: ").append(type).append("\ndata: ").append(json).append("\n\n");
    }

    private static byte[] http(String contentType, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var whole = new ByteArrayOutputStream(bytes.length + 128);
        whole.writeBytes(
                ("HTTP/1.1 200 OK\r\ncontent-type: " + contentType + "\r\ncontent-length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(bytes);
        return whole.toByteArray();
    }

    private void accept() {
        try {
            while (true) {
                var connection = listening.accept();
                connection.setTcpNoDelay(true);
                Thread.ofVirtual().name("model-connection").start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        var listing = http("application/json", "{\"object\":\"list\",\"data\":[],\"models\":[]}");
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            for (var first = line(in); !first.isEmpty(); first = line(in)) {
                skipRequest(in);
                if (first.startsWith("POST")) {
                    Thread.sleep(delay);
                    connection.getOutputStream().write(answer);
                } else {
                    connection.getOutputStream().write(listing);
                }
            }
        } catch (IOException e) {
            // The server hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void skipRequest(InputStream in) throws IOException {
        var length = 0L;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (var size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size);
            line(in);
        }
        line(in);
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in).split(";")[0].strip(), 16);
    }

    /** The next line; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
