package dev.bobbin.appserver.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.exec.Launch;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientSession;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A connection to a tool server. Safe for use from many threads. */
public final class McpLink implements AutoCloseable {
    /** The release of the protocol that is spoken. */
    public static final String PROTOCOL_VERSION = "2025-06-18";

    private static final Logger LOG = LoggerFactory.getLogger(McpLink.class);

    /** The session's own limit; each request has a smaller one. */
    private static final Duration FOREVER = Duration.ofDays(365);

    /** How long taking leave of a server may take. */
    private static final Duration LEAVE = Duration.ofMillis(600);

    private static final TypeRef<JsonNode> TREE = new TypeRef<>() {};

    /** What servers announce. The SDK warns of announcements that nobody takes. */
    private static final List<String> ANNOUNCEMENTS = List.of(
            McpSchema.METHOD_NOTIFICATION_PROGRESS,
            McpSchema.METHOD_NOTIFICATION_MESSAGE,
            McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED,
            McpSchema.METHOD_NOTIFICATION_RESOURCES_LIST_CHANGED,
            McpSchema.METHOD_NOTIFICATION_RESOURCES_UPDATED,
            McpSchema.METHOD_NOTIFICATION_PROMPTS_LIST_CHANGED,
            "notifications/cancelled");

    private final LinkListener listener;
    private final RequestIds sent;
    private final McpClientSession session;
    private final AtomicLong tokens = new AtomicLong();
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private McpLink(McpClientTransport transport, LinkListener listener) {
        this.listener = listener;
        this.sent = new RequestIds(transport);
        this.session = new McpClientSession(FOREVER, sent, requests(), announcements(), connecting -> connecting);
    }

    /**
     * Starts a child process and connects to it.
     *
     * @throws LinkFailure if it cannot be started
     */
    public static McpLink toChild(Launch launch, LinkListener listener) throws LinkFailure {
        var gone = new Gone();
        var transport = new ChildTransport(launch, gone);
        var link = new McpLink(transport, listener);
        gone.tell(link);
        var failure = transport.failure();
        if (failure != null) {
            throw new LinkFailure(LinkFailure.Kind.CLOSED, String.valueOf(failure.getMessage()));
        }
        return link;
    }

    /**
     * Makes ready to talk to a web server, which is asked nothing yet.
     *
     * @throws LinkFailure if the address is none
     */
    public static McpLink toWeb(String url, Map<String, String> headers, LinkListener listener) throws LinkFailure {
        var transport = WebTransport.of(url, headers);
        var link = new McpLink(transport, listener);
        transport.setExceptionHandler(failure -> {
            if (LinkFailures.isLostSession(failure)) {
                link.ended();
            }
        });
        return link;
    }

    private Map<String, McpClientSession.RequestHandler<?>> requests() {
        return Map.<String, McpClientSession.RequestHandler<?>>of(
                McpSchema.METHOD_PING, pinged(), McpSchema.METHOD_ELICITATION_CREATE, asked());
    }

    private static McpClientSession.RequestHandler<JsonNode> pinged() {
        return _ -> Mono.just(JsonNodeFactory.instance.objectNode());
    }

    private McpClientSession.RequestHandler<JsonNode> asked() {
        return params -> Mono.create(answer ->
                Thread.ofVirtual().name("mcp-elicitation").start(() -> answer.success(listener.elicit(tree(params)))));
    }

    private Map<String, McpClientSession.NotificationHandler> announcements() {
        var handlers = new HashMap<String, McpClientSession.NotificationHandler>();
        for (var method : ANNOUNCEMENTS) {
            handlers.put(method, params -> Mono.fromRunnable(() -> listener.notified(method, tree(params))));
        }
        return handlers;
    }

    private static JsonNode tree(@Nullable Object params) {
        return params instanceof JsonNode tree ? tree : JsonNodeFactory.instance.objectNode();
    }

    /** A number that no other request of this connection has, by which the server may tell of progress. */
    public long nextToken() {
        return tokens.getAndIncrement();
    }

    /**
     * Asks and waits. The server is told when nobody waits any more.
     *
     * @param params the parameters; null for none
     * @param token one of {@link #nextToken}
     * @param patience how long to wait
     * @throws LinkFailure if there is no answer, or it is an error
     * @throws InterruptedException if the calling thread is interrupted
     */
    public JsonNode request(String method, @Nullable ObjectNode params, long token, Patience patience)
            throws LinkFailure, InterruptedException {
        if (isClosed.get()) {
            throw LinkFailures.closed();
        }
        var whole = params == null ? JsonNodeFactory.instance.objectNode() : params.deepCopy();
        whole.withObject("/_meta").put("progressToken", token);
        var answer = new PendingAnswer();
        var asking = session.sendRequest(method, whole, TREE).subscribe(answer::succeed, answer::fail);
        try {
            return answer.await(method, patience);
        } catch (InterruptedException e) {
            cancel(token, "interrupted");
            throw e;
        } catch (LinkFailure e) {
            if (e.kind() == LinkFailure.Kind.TIMED_OUT) {
                cancel(token, "timed out");
            }
            throw e;
        } finally {
            asking.dispose();
            sent.forget(token);
        }
    }

    /** Tells the server something and waits until it is on its way, so that what follows does not overtake it. */
    public void tell(String method, Patience patience) throws LinkFailure, InterruptedException {
        var sent = new PendingAnswer();
        session.sendNotification(method, null)
                .subscribe(_ -> {}, sent::fail, () -> sent.succeed(JsonNodeFactory.instance.objectNode()));
        sent.await(method, patience);
    }

    private void cancel(long token, String reason) {
        var id = sent.idOf(token);
        if (id != null) {
            var params = JsonNodeFactory.instance.objectNode();
            params.set("requestId", id);
            announce("notifications/cancelled", params.put("reason", reason));
        }
    }

    private void announce(String method, ObjectNode params) {
        session.sendNotification(method, params)
                .subscribe(_ -> {}, failure -> LOG.debug("{} could not be sent: {}", method, failure.getMessage()));
    }

    public boolean isClosed() {
        return isClosed.get();
    }

    /** The server is gone: whoever waits for it waits no more. */
    private void ended() {
        if (isClosed.compareAndSet(false, true)) {
            session.close();
            listener.closed();
        }
    }

    /** Ends the connection and, where it is a child, the server; waits for that at most {@link #LEAVE}. */
    @Override
    public void close() {
        ended();
        try {
            sent.closeGracefully().block(LEAVE);
        } catch (IllegalStateException e) {
            LOG.debug("a tool server did not take leave: {}", e.getMessage());
        }
    }

    /** Passes the child's end on to the link, which exists a moment later than the child. */
    private static final class Gone implements Runnable {
        private @Nullable McpLink link;
        private boolean isGone;

        @Override
        public synchronized void run() {
            isGone = true;
            if (link != null) {
                link.ended();
            }
        }

        synchronized void tell(McpLink made) {
            link = made;
            if (isGone) {
                made.ended();
            }
        }
    }
}
