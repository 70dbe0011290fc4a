package dev.bobbin.tests.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector of OpenTelemetry in small: it keeps what it is sent, and reads of it the spans. */
final class Collector implements AutoCloseable {
    // The numbers of fields in opentelemetry/proto/trace/v1/trace.proto.
    private static final int RESOURCE_SPANS = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_SPAN_ID = 4;
    private static final int NAME = 5;

    private final HttpServer server;
    private final List<byte[]> traces = new CopyOnWriteArrayList<>();
    private final List<byte[]> metrics = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    /** A span, with its ids in hexadecimal. */
    record Span(String name, String traceId, String id, String parentId) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> keep(exchange, traces));
        server.createContext("/v1/metrics", exchange -> keep(exchange, metrics));
        server.start();
    }

    private void keep(HttpExchange exchange, List<byte[]> kept) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var zipped = "gzip".equals(headers.getFirst("Content-Encoding"));
            try (var body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                kept.add(body.readAllBytes());
            }
            keys.add(String.valueOf(headers.getFirst("x-key")));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The key of each request that came. */
    List<String> keys() {
        return keys;
    }

    /** All bytes that came, as if they were text. */
    String told() {
        var all = new StringBuilder();
        traces.forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        metrics.forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var request : traces) {
            for (var resource : fields(ByteBuffer.wrap(request), RESOURCE_SPANS)) {
                for (var scope : fields(resource, SCOPE_SPANS)) {
                    fields(scope, SPANS).forEach(span -> spans.add(span(span)));
                }
            }
        }
        return spans;
    }

    private static Span span(ByteBuffer message) {
        return new Span(
                new String(bytes(message, NAME), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes(message, TRACE_ID)),
                HexFormat.of().formatHex(bytes(message, SPAN_ID)),
                HexFormat.of().formatHex(bytes(message, PARENT_SPAN_ID)));
    }

    private static byte[] bytes(ByteBuffer message, int field) {
        var found = fields(message, field);
        var bytes = new byte[found.isEmpty() ? 0 : found.getFirst().remaining()];
        if (bytes.length > 0) {
            found.getFirst().duplicate().get(bytes);
        }
        return bytes;
    }

    /** The values of a field that have a length. */
    private static List<ByteBuffer> fields(ByteBuffer message, int field) {
        Map<Integer, List<ByteBuffer>> found = new TreeMap<>();
        for (var rest = message.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN); rest.hasRemaining(); ) {
            var tag = (int) number(rest);
            switch (tag & 7) {
                case 0 -> number(rest);
                case 1 -> rest.getLong();
                case 2 -> {
                    var length = (int) number(rest);
                    found.computeIfAbsent(tag >>> 3, _ -> new ArrayList<>()).add(rest.slice(rest.position(), length));
                    rest.position(rest.position() + length);
                }
                case 5 -> rest.getInt();
                default -> throw new IllegalArgumentException("no protobuf: wire type " + (tag & 7));
            }
        }
        return found.getOrDefault(field, List.of());
    }

    private static long number(ByteBuffer from) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = from.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
