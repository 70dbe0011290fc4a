package dev.bobbin.appserver.mcp;

import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.McpServerConfig;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.mcp.McpServerStartupState;
import dev.bobbin.protocol.v2.mcp.McpServerStatusUpdatedNotification;
import dev.bobbin.rollout.line.RawJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of all loaded threads. Safe for use from many threads. */
public final class McpPool {
    private static final Logger LOG = LoggerFactory.getLogger(McpPool.class);

    private final ConfigLoader loader;
    private final Map<String, String> environment;
    private final Consumer<EncodedNotification> everyone;
    private final PersistentApprovals persistent;

    // Guarded by this.
    private final Map<String, Generation> threads = new HashMap<>();
    private volatile int reloads;

    /** @param reloads how many there had been when the servers were started */
    private record Generation(ThreadServers servers, int reloads) {}

    public McpPool(ConfigLoader loader, Map<String, String> environment, Consumer<EncodedNotification> everyone) {
        this.loader = loader;
        this.environment = environment;
        this.everyone = everyone;
        this.persistent = new PersistentApprovals(loader);
    }

    /**
     * Starts the servers if one of them is required, and waits for those that are.
     *
     * @throws RequestException if one of these cannot be started
     */
    public void loading(String threadId, TurnSettings settings) {
        var required = settings.config().mcpServers().stream()
                .filter(server -> server.isEnabled() && server.isRequired())
                .map(McpServerConfig::name)
                .toList();
        if (required.isEmpty()) {
            return;
        }
        var failures = failures(of(threadId, settings), required);
        if (!failures.isEmpty()) {
            unload(threadId);
            throw new RequestException.Internal(
                    "error creating thread: Fatal error: Failed to initialize session: required MCP servers failed to"
                            + " initialize: " + String.join("; ", failures),
                    "mcp_server_failed");
        }
    }

    private static List<String> failures(ThreadServers servers, List<String> required) {
        var failures = new ArrayList<String>();
        for (var name : required) {
            var server = servers.named(name);
            try {
                if (server != null) {
                    server.await();
                    if (server.failure() != null) {
                        failures.add(name + ": " + server.failure());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(name + ": interrupted");
            }
        }
        return failures;
    }

    /** Starts the servers in the background. */
    public void loaded(String threadId, TurnSettings settings) {
        of(threadId, settings);
    }

    /** The tools that a turn offers, once all servers are started or known not to start. */
    public List<RawJson> specs(ToolContext context) throws InterruptedException {
        return current(context).specs();
    }

    /** The tool that a model calls; null if no server has it. */
    public @Nullable Tool find(ToolCall call, ToolContext context) {
        var servers = of(context.threadId(), context.settings());
        var kind = call.namespace() == null ? ResourceTool.Kind.named(call.name()) : null;
        if (kind != null) {
            return servers.isEmpty() ? null : new ResourceTool(kind, servers);
        }
        var tool = servers.find(call.namespace(), call.name());
        return tool == null ? null : new McpTool(tool, new Approval(servers, persistent));
    }

    /** Whether servers may have come that the threads' settings do not know. */
    public boolean isReloaded() {
        return reloads > 0;
    }

    /** From the next request to its model on, a thread has the servers that are configured then. */
    public synchronized void reload() {
        reloads++;
    }

    private ThreadServers of(String threadId, TurnSettings settings) {
        return ofThread(threadId, settings.config().mcpServers(), settings.cwd());
    }

    private ThreadServers current(ToolContext context) {
        ThreadServers outdated;
        ThreadServers current;
        synchronized (this) {
            var known = threads.get(context.threadId());
            if (known == null || known.reloads() == reloads) {
                return of(context.threadId(), context.settings());
            }
            outdated = known.servers();
            current = start(configured(context.settings()), context.settings().cwd());
            threads.put(context.threadId(), new Generation(current, reloads));
        }
        outdated.close();
        return current;
    }

    private List<McpServerConfig> configured(TurnSettings settings) {
        try {
            return loader.load(settings.cwd()).mcpServers();
        } catch (ConfigException e) {
            LOG.warn("MCP servers stay as they were: {}", e.getMessage());
            return settings.config().mcpServers();
        }
    }

    private ThreadServers start(List<McpServerConfig> servers, Path cwd) {
        return new ThreadServers(servers, new Surroundings(cwd, environment), this::announce);
    }

    private void announce(String server, McpServerStartupState state, @Nullable String error) {
        if (error != null) {
            LOG.warn("{}", error);
        }
        everyone.accept(EncodedNotification.of(
                Notifications.MCP_SERVER_STARTUP_STATUS_UPDATED,
                new McpServerStatusUpdatedNotification(server, state, error)));
    }

    /** The servers of a loaded thread, started if they were not. */
    synchronized ThreadServers ofThread(String threadId, List<McpServerConfig> configured, Path cwd) {
        var known = threads.get(threadId);
        if (known == null) {
            known = new Generation(start(configured, cwd), reloads);
            threads.put(threadId, known);
        }
        return known.servers();
    }

    /** Servers that no thread has, as they are configured now; nobody hears of their start. To be closed. */
    ThreadServers ofNobody(List<McpServerConfig> configured) {
        var here = Path.of("").toAbsolutePath();
        return new ThreadServers(configured, new Surroundings(here, environment), (_, _, _) -> {});
    }

    /** Ends a thread's servers. */
    public void unload(String threadId) {
        Generation known;
        synchronized (this) {
            known = threads.remove(threadId);
        }
        if (known != null) {
            known.servers().close();
        }
    }
}
