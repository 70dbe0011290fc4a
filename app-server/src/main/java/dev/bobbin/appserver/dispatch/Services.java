package dev.bobbin.appserver.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects that jsonrpc4j calls, one per resource, each made when first needed: to look at a class's methods is to
 * load the types of their parameters. The division follows the tables of the protocol.
 */
final class Services {
    private enum Resource {
        ACCOUNT,
        COMMAND,
        CONFIG,
        FILE,
        HANDSHAKE,
        MCP,
        PLUGIN,
        REALTIME,
        REMOTE_CONTROL,
        THREAD,
        TURN
    }

    private final RequestRouter router;
    private final Map<Resource, Object> made = new ConcurrentHashMap<>();

    Services(RequestRouter router) {
        this.router = router;
    }

    /** The service that has the method with this wire name. The name must be known. */
    Object of(String method) {
        return made.computeIfAbsent(resource(method), this::make);
    }

    private static Resource resource(String method) {
        var slash = method.indexOf('/');
        return switch (slash < 0 ? method : method.substring(0, slash)) {
            case "thread" -> method.startsWith("thread/realtime/") ? Resource.REALTIME : Resource.THREAD;
            case "turn", "review" -> Resource.TURN;
            case "skills", "hooks", "marketplace", "plugin", "app" -> Resource.PLUGIN;
            case "fs", "fuzzyFileSearch" -> Resource.FILE;
            case "environment", "command", "process" -> Resource.COMMAND;
            case "account", "feedback", "getAuthStatus" -> Resource.ACCOUNT;
            case "remoteControl" -> Resource.REMOTE_CONTROL;
            case "mcpServer", "mcpServerStatus" -> Resource.MCP;
            case "config" -> method.startsWith("config/mcpServer/") ? Resource.MCP : Resource.CONFIG;
            case "initialize", "memory", "mock", "getConversationSummary", "gitDiffToRemote" -> Resource.HANDSHAKE;
            default -> Resource.CONFIG;
        };
    }

    private Object make(Resource resource) {
        return switch (resource) {
            case ACCOUNT -> new AccountService(router);
            case COMMAND -> new CommandService(router);
            case CONFIG -> new ConfigService(router);
            case FILE -> new FileService(router);
            case HANDSHAKE -> new HandshakeService(router);
            case MCP -> new McpService(router);
            case PLUGIN -> new PluginService(router);
            case REALTIME -> new RealtimeService(router);
            case REMOTE_CONTROL -> new RemoteControlService(router);
            case THREAD -> new ThreadService(router);
            case TURN -> new TurnService(router);
        };
    }
}
