package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.mcp.sdk.LinkFailure;
import dev.bobbin.appserver.mcp.sdk.LinkListener;
import dev.bobbin.appserver.mcp.sdk.McpLink;
import dev.bobbin.appserver.mcp.sdk.Patience;
import dev.bobbin.protocol.v2.mcp.McpServerStartupState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One configured server of one thread: starts it, knows what it offers, calls it. Safe for use from many threads. */
final class McpServer implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);
    private static final int MOST_PAGES = 100;

    private final McpServerConfig config;
    private final Surroundings surroundings;
    private final Startup startup;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final ConcurrentLinkedDeque<ActiveCall> calls = new ConcurrentLinkedDeque<>();

    private volatile @Nullable McpLink link;
    private volatile @Nullable Offer offer;
    private volatile @Nullable String failure;
    private volatile boolean toolsChanged;
    private volatile @Nullable Thread starter;

    /** Told how the start goes. */
    interface Startup {
        /** @param error why it failed; null if it did not */
        void reached(String server, McpServerStartupState state, @Nullable String error);
    }

    /** @param asking threads that wait for the user on the call's behalf */
    private record ActiveCall(long token, CallListener listener, Patience patience, Set<Thread> asking) {}

    McpServer(McpServerConfig config, Surroundings surroundings, Startup startup) {
        this.config = config;
        this.surroundings = surroundings;
        this.startup = startup;
    }

    McpServerConfig config() {
        return config;
    }

    /** Starts it in the background. Called once. */
    void start() {
        startup.reached(config.name(), McpServerStartupState.STARTING, null);
        starter = Thread.ofVirtual().name("mcp-start-" + config.name()).start(this::run);
    }

    private void run() {
        try {
            offer = connect(new Patience(config.startupTimeout()));
            startup.reached(config.name(), McpServerStartupState.READY, null);
        } catch (LinkFailure e) {
            failure = StartupTexts.cause(config, e);
            closeLink();
            startup.reached(config.name(), McpServerStartupState.FAILED, StartupTexts.shown(config, e));
        } catch (InterruptedException e) {
            failure = "startup cancelled";
            closeLink();
            startup.reached(config.name(), McpServerStartupState.CANCELLED, null);
        } finally {
            settled.countDown();
        }
    }

    private Offer connect(Patience patience) throws LinkFailure, InterruptedException {
        var made = surroundings.connect(config, this);
        link = made;
        var greeting = made.request("initialize", greeting(), made.nextToken(), patience);
        made.tell("notifications/initialized", patience);
        var info = greeting.path("serverInfo");
        var instructions = greeting.path("instructions");
        var tools = greeting.path("capabilities").has("tools") ? tools(made, patience) : List.<JsonNode>of();
        return new Offer(info, instructions.isTextual() ? instructions.textValue() : null, tools);
    }

    private static ObjectNode greeting() {
        var params = JsonNodeFactory.instance.objectNode().put("protocolVersion", McpLink.PROTOCOL_VERSION);
        params.putObject("capabilities").putObject("elicitation");
        params.putObject("clientInfo")
                .put("name", "bobbin-mcp-client")
                .put("title", "Bobbin")
                .put("version", Config.DEFAULT_COMPAT_VERSION);
        return params;
    }

    private List<JsonNode> tools(McpLink made, Patience patience) throws LinkFailure, InterruptedException {
        return pages(made, "tools/list", "tools", patience).stream()
                .filter(tool -> tool.path("name").isTextual())
                .filter(tool -> config.offers(tool.path("name").textValue()))
                .toList();
    }

    private static List<JsonNode> pages(McpLink made, String method, String list, Patience patience)
            throws LinkFailure, InterruptedException {
        var all = new ArrayList<JsonNode>();
        String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var params = cursor == null
                    ? null
                    : JsonNodeFactory.instance.objectNode().put("cursor", cursor);
            var answer = made.request(method, params, made.nextToken(), patience);
            answer.path(list).forEach(all::add);
            cursor = answer.path("nextCursor").textValue();
            if (cursor == null) {
                break;
            }
        }
        return all;
    }

    /** Waits until it is known what it offers, or that it cannot be started: no longer than its startup timeout. */
    void await() throws InterruptedException {
        settled.await();
        var made = link;
        if (toolsChanged && made != null && !made.isClosed()) {
            toolsChanged = false;
            reread(made);
        }
    }

    private void reread(McpLink made) throws InterruptedException {
        var known = offer;
        try {
            if (known != null) {
                var tools = tools(made, new Patience(config.startupTimeout()));
                offer = new Offer(known.serverInfo(), known.instructions(), tools);
            }
        } catch (LinkFailure e) {
            LOG.warn("MCP server {} did not say which tools it has now: {}", config.name(), e.text());
        }
    }

    /** What it offers; null before it is started and if it could not be. */
    @Nullable
    Offer offer() {
        return offer;
    }

    /** Why it could not be started; null if it was, or has yet to be. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Whether it was started and has gone since. */
    boolean isGone() {
        var made = link;
        return offer != null && made != null && made.isClosed();
    }

    /**
     * Asks it and waits for the answer.
     *
     * @param listener told what it says meanwhile
     */
    JsonNode request(String method, ObjectNode params, Duration timeout, CallListener listener)
            throws LinkFailure, InterruptedException {
        var made = link;
        if (made == null || offer == null) {
            throw new LinkFailure(LinkFailure.Kind.CLOSED, failure == null ? "not started" : failure);
        }
        var call = new ActiveCall(made.nextToken(), listener, new Patience(timeout), ConcurrentHashMap.newKeySet());
        calls.addFirst(call);
        try {
            return made.request(method, params, call.token(), call.patience());
        } finally {
            calls.remove(call);
            // Nobody needs the user's answer any more.
            call.asking().forEach(Thread::interrupt);
        }
    }

    /** All of a list that it gives in pages. */
    List<JsonNode> list(String method, String list) throws LinkFailure, InterruptedException {
        var made = link;
        if (made == null || offer == null) {
            throw new LinkFailure(LinkFailure.Kind.CLOSED, failure == null ? "not started" : failure);
        }
        return pages(made, method, list, new Patience(config.toolTimeout()));
    }

    @Override
    public JsonNode elicit(JsonNode params) {
        // A server does not say for which call it asks: most likely for the newest.
        var call = calls.peekFirst();
        if (call == null) {
            return CallListener.declined();
        }
        call.patience().pause();
        call.asking().add(Thread.currentThread());
        try {
            return call.listener().elicit(params);
        } finally {
            call.asking().remove(Thread.currentThread());
            call.patience().resume();
        }
    }

    @Override
    public void notified(String method, JsonNode params) {
        switch (method) {
            case "notifications/progress" -> progressed(params);
            case "notifications/message" -> LOG.info("MCP server {}: {}", config.name(), params.path("data"));
            case "notifications/tools/list_changed" -> toolsChanged = true;
            default -> LOG.debug("MCP server {} announced {}", config.name(), method);
        }
    }

    private void progressed(JsonNode params) {
        var token = params.path("progressToken").asLong(-1);
        for (var call : calls) {
            if (call.token() == token) {
                call.listener().progress(params);
            }
        }
    }

    @Override
    public void closed() {
        LOG.debug("MCP server {} has gone", config.name());
    }

    /** Ends it, whatever it is doing. */
    void close() {
        var starting = starter;
        if (starting != null && settled.getCount() > 0) {
            starting.interrupt();
        }
        closeLink();
    }

    private void closeLink() {
        var made = link;
        if (made != null) {
            made.close();
        }
    }
}
