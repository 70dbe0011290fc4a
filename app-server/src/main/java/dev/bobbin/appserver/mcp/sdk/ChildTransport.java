package dev.bobbin.appserver.mcp.sdk;

import dev.bobbin.appserver.exec.CommandProcess;
import dev.bobbin.appserver.exec.Launch;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A tool server that is a child process and speaks in lines on its standard streams. It leads a process group of its own,
 * which is ended whole. Lines that are no messages are passed over; what it prints on stderr is logged.
 */
final class ChildTransport implements McpClientTransport {
    private static final Logger LOG = LoggerFactory.getLogger(ChildTransport.class);

    /** A longer line is no message anyone should make. */
    private static final int MAX_LINE_BYTES = 64 << 20;

    private static final int MAX_LOGGED_BYTES = 8 << 10;
    private static final int MAX_SHOWN = 120;

    /** How long the child may take to end when its input has. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Launch launch;
    private final Runnable onEnd;
    private final McpJsonMapper json = new EnvelopeMapper();

    // Set once by connect, on the thread that makes the session.
    private volatile @Nullable CommandProcess child;
    private volatile @Nullable IOException failure;

    /** @param onEnd called once the child has ended */
    ChildTransport(Launch launch, Runnable onEnd) {
        this.launch = launch;
        this.onEnd = onEnd;
    }

    /** Why the child could not be started; null if it was. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public Mono<Void> connect(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> start(handler));
    }

    private void start(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        var messages = new LineSplitter(MAX_LINE_BYTES, line -> read(line, handler));
        var name = launch.command().getFirst();
        var log = new LineSplitter(MAX_LOGGED_BYTES, line -> LOG.info("MCP server stderr ({}): {}", name, line));
        try {
            var started = CommandProcess.start(launch, (stream, bytes, length) -> {
                switch (stream) {
                    case STDOUT -> messages.add(bytes, length);
                    case STDERR -> log.add(bytes, length);
                }
            });
            child = started;
            Thread.ofVirtual().name("mcp-child-" + started.pid()).start(() -> awaitEnd(started));
        } catch (IOException e) {
            failure = e;
        }
    }

    private void awaitEnd(CommandProcess started) {
        try {
            started.await();
            // What it has left behind goes with it.
            started.kill();
            onEnd.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String line, Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        try {
            handler.apply(Mono.just(McpSchema.deserializeJsonRpcMessage(json, line)))
                    .subscribe();
        } catch (IOException | IllegalArgumentException e) {
            var shown = line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
            LOG.warn(
                    "MCP server {} printed a line that is no message: {}",
                    launch.command().getFirst(),
                    shown);
        }
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        return Mono.fromCallable(() -> {
            var running = child;
            if (running == null || !running.isRunning()) {
                throw new IOException("the server is not running");
            }
            running.write((json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
            return null;
        });
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::close);
    }

    /** Ends the child's input, which asks it to end, and then the child and all that it started. */
    @Override
    public void close() {
        var running = child;
        if (running == null) {
            return;
        }
        running.closeInput();
        try {
            running.await(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.kill();
    }
}
