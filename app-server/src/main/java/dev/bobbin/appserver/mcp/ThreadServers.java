package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.rollout.line.RawJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The servers of one thread, and what the user allowed them. Safe for use from many threads. */
final class ThreadServers {
    /** A server that goes again and again is not started for ever. */
    private static final int MOST_RESTARTS = 5;

    private final Surroundings surroundings;
    private final McpServer.Startup startup;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final List<McpServer> servers = new ArrayList<>();
    private int restarts;
    private boolean isClosed;
    private volatile @Nullable Described described;

    /**
     * The tools as a request describes them, kept because each request of a turn asks for them.
     *
     * @param offers what the servers offered before that was written; null for one that has not started
     */
    private record Described(List<@Nullable Offer> offers, List<RawJson> specs) {}

    ThreadServers(List<McpServerConfig> configured, Surroundings surroundings, McpServer.Startup startup) {
        this.surroundings = surroundings;
        this.startup = startup;
        for (var config : configured) {
            if (config.isEnabled()) {
                servers.add(new McpServer(config, surroundings, startup));
            }
        }
        servers.forEach(McpServer::start);
    }

    /** Waits until each is started or known not to start; those that have gone are started again first. */
    List<McpServer> settled() throws InterruptedException {
        var all = revived();
        for (var server : all) {
            server.await();
        }
        return all;
    }

    private synchronized List<McpServer> revived() {
        for (var i = 0; i < servers.size() && !isClosed && restarts < MOST_RESTARTS; i++) {
            var server = servers.get(i);
            if (server.isGone()) {
                restarts++;
                var again = new McpServer(server.config(), surroundings, startup);
                servers.set(i, again);
                again.start();
            }
        }
        return List.copyOf(servers);
    }

    private synchronized List<McpServer> all() {
        return List.copyOf(servers);
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** The server with a name, started or not; null if none is configured, or it is not enabled. */
    @Nullable
    McpServer named(String name) {
        for (var server : all()) {
            if (server.config().name().equals(name)) {
                return server;
            }
        }
        return null;
    }

    /** How a model's request describes the tools: a namespace for each server, and the tools that read resources. */
    List<RawJson> specs() throws InterruptedException {
        var settled = settled();
        var offers = new ArrayList<@Nullable Offer>();
        settled.forEach(server -> offers.add(server.offer()));
        var known = described;
        if (known == null || !known.offers().equals(offers)) {
            known = new Described(offers, describe(settled));
            described = known;
        }
        return known.specs();
    }

    private List<RawJson> describe(List<McpServer> settled) {
        var specs = new ArrayList<RawJson>();
        if (!settled.isEmpty()) {
            for (var kind : ResourceTool.Kind.values()) {
                specs.add(new ResourceTool(kind, this).spec());
            }
        }
        for (var server : settled) {
            var tools = tools(server, settled);
            if (!tools.isEmpty()) {
                specs.add(namespace(server, tools));
            }
        }
        return specs;
    }

    private static RawJson namespace(McpServer server, List<OfferedTool> tools) {
        var offer = server.offer();
        var name = tools.getFirst().namespace();
        var instructions = offer == null || offer.instructions() == null
                ? ""
                : offer.instructions().strip();
        var namespace = JsonNodeFactory.instance
                .objectNode()
                .put("type", "namespace")
                .put("name", name)
                .put("description", instructions.isEmpty() ? "Tools in the " + name + " namespace." : instructions);
        var functions = namespace.putArray("tools");
        tools.forEach(tool -> functions.add(function(tool)));
        return RawJson.of(namespace);
    }

    private static ObjectNode function(OfferedTool tool) {
        var function = JsonNodeFactory.instance
                .objectNode()
                .put("type", "function")
                .put("name", tool.callName())
                .put("description", tool.description())
                .put("strict", false);
        function.set("parameters", ToolSchema.of(tool.described().path("inputSchema")));
        return function;
    }

    /** The tools of a server that is started, in the order of their names. */
    private static List<OfferedTool> tools(McpServer server, List<McpServer> all) {
        var offer = server.offer();
        if (offer == null) {
            return List.of();
        }
        var serverNames = all.stream()
                .map(each -> ToolNames.plainNamespace(each.config().name()))
                .toList();
        var own = server.config().name();
        var namespace = ToolNames.namespace(own, ToolNames.isTwice(ToolNames.plainNamespace(own), serverNames));
        var names = offer.tools().stream()
                .map(tool -> ToolNames.plain(tool.path("name").asText()))
                .toList();
        return offer.tools().stream()
                .map(tool -> {
                    var name = tool.path("name").asText();
                    var isShared = ToolNames.isTwice(ToolNames.plain(name), names);
                    return new OfferedTool(server, tool, namespace, ToolNames.tool(namespace, name, isShared));
                })
                .sorted(Comparator.comparing(OfferedTool::callName))
                .toList();
    }

    /**
     * The tool that a model calls; null if there is none.
     *
     * @param namespace null where the provider knows no namespaces, and the name has both
     */
    @Nullable
    OfferedTool find(@Nullable String namespace, String name) {
        var all = all();
        for (var server : all) {
            for (var tool : tools(server, all)) {
                var isMeant = namespace == null
                        ? name.equals(tool.namespace() + "__" + tool.callName())
                        : namespace.equals(tool.namespace()) && name.equals(tool.callName());
                if (isMeant) {
                    return tool;
                }
            }
        }
        return null;
    }

    /** Whether the user has allowed a tool for as long as the thread is loaded. */
    boolean isApproved(OfferedTool tool) {
        return approved.contains(key(tool));
    }

    void approve(OfferedTool tool) {
        approved.add(key(tool));
    }

    private static String key(OfferedTool tool) {
        return tool.server().config().name() + "/" + tool.name();
    }

    /** Ends all servers, side by side. */
    void close() {
        List<McpServer> all;
        synchronized (this) {
            isClosed = true;
            all = List.copyOf(servers);
        }
        var closers = all.stream()
                .map(server -> Thread.ofVirtual()
                        .name("mcp-close-" + server.config().name())
                        .start(server::close))
                .toList();
        for (var closer : closers) {
            try {
                closer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
