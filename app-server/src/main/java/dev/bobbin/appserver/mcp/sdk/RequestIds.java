package dev.bobbin.appserver.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A transport that remembers the ids that the SDK gives to requests, without which none can be cancelled. */
final class RequestIds implements McpClientTransport {
    private final McpClientTransport transport;
    private final Map<Long, String> ids = new ConcurrentHashMap<>();

    RequestIds(McpClientTransport transport) {
        this.transport = transport;
    }

    /** The id of the request with this progress token; null if none is under way. */
    @Nullable
    JsonNode idOf(long token) {
        var id = ids.get(token);
        return id == null ? null : JsonNodeFactory.instance.textNode(id);
    }

    void forget(long token) {
        ids.remove(token);
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        if (message instanceof McpSchema.JSONRPCRequest request && request.params() instanceof JsonNode params) {
            var token = params.path("_meta").path("progressToken");
            if (token.isIntegralNumber()) {
                ids.put(token.longValue(), String.valueOf(request.id()));
            }
        }
        return transport.sendMessage(message);
    }

    @Override
    public Mono<Void> connect(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        return transport.connect(handler);
    }

    @Override
    public void setExceptionHandler(Consumer<Throwable> handler) {
        transport.setExceptionHandler(handler);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return transport.closeGracefully();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return transport.unmarshalFrom(data, type);
    }

    @Override
    public List<String> protocolVersions() {
        return transport.protocolVersions();
    }
}
