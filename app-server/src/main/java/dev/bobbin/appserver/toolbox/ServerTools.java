package dev.bobbin.appserver.toolbox;

import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.mcp.McpPool;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.rollout.line.RawJson;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to tool servers: as long as none is configured, nothing that is behind it is loaded. Safe for use from many
 * threads.
 */
public final class ServerTools {
    private final ConfigLoader loader;
    private final Map<String, String> environment;
    private final Consumer<EncodedNotification> everyone;
    private volatile @Nullable McpPool pool;

    /** @param everyone takes what every client is to be told */
    public ServerTools(ConfigLoader loader, Map<String, String> environment, Consumer<EncodedNotification> everyone) {
        this.loader = loader;
        this.environment = environment;
        this.everyone = everyone;
    }

    /** What runs the servers, made when it is first asked for. */
    public synchronized McpPool pool() {
        var made = pool;
        if (made == null) {
            made = new McpPool(loader, environment, everyone);
            pool = made;
        }
        return made;
    }

    private static boolean concern(TurnSettings settings) {
        return !settings.config().mcpServers().isEmpty();
    }

    /**
     * A thread is about to be loaded: servers that it cannot do without are started first.
     *
     * @throws dev.bobbin.appserver.dispatch.RequestException if one of them cannot be
     */
    void loading(String threadId, TurnSettings settings) {
        if (concern(settings)) {
            pool().loading(threadId, settings);
        }
    }

    /** The client knows of the thread: its servers are started in the background. */
    void loaded(String threadId, TurnSettings settings) {
        if (concern(settings)) {
            pool().loaded(threadId, settings);
        }
    }

    List<RawJson> specs(ToolContext context) throws InterruptedException {
        return isAsked(context) ? pool().specs(context) : List.of();
    }

    @Nullable
    Tool find(ToolCall call, ToolContext context) {
        return isAsked(context) ? pool().find(call, context) : null;
    }

    /** Servers may also have come by a reload. */
    private boolean isAsked(ToolContext context) {
        var made = pool;
        return concern(context.settings()) || (made != null && made.isReloaded());
    }

    /** Has every thread's servers started anew, as they are configured now, when its next turn begins. */
    public void reload() {
        pool().reload();
    }

    void unload(String threadId) {
        var made = pool;
        if (made != null) {
            made.unload(threadId);
        }
    }
}
