package dev.bobbin.appserver.dispatch;

/**
 * The object that jsonrpc4j calls, and the interfaces by which it does, one per resource: to look at an interface's methods
 * is to load the types of their parameters. The division follows the tables of the protocol.
 */
record Services(RequestRouter router)
        implements AccountService,
                CommandService,
                ConfigService,
                FileService,
                HandshakeService,
                McpService,
                PluginService,
                RealtimeService,
                RemoteControlService,
                ThreadService,
                TurnService {

    /** The interface that has the method with this wire name. The name must be known. */
    static Class<? extends Service> interfaceOf(String method) {
        var slash = method.indexOf('/');
        return switch (slash < 0 ? method : method.substring(0, slash)) {
            case "thread" -> method.startsWith("thread/realtime/") ? RealtimeService.class : ThreadService.class;
            case "turn", "review" -> TurnService.class;
            case "skills", "hooks", "marketplace", "plugin", "app" -> PluginService.class;
            case "fs", "fuzzyFileSearch" -> FileService.class;
            case "environment", "command", "process" -> CommandService.class;
            case "account", "feedback", "getAuthStatus" -> AccountService.class;
            case "remoteControl" -> RemoteControlService.class;
            case "mcpServer", "mcpServerStatus" -> McpService.class;
            case "config" -> method.startsWith("config/mcpServer/") ? McpService.class : ConfigService.class;
            case "initialize", "memory", "mock", "getConversationSummary", "gitDiffToRemote" -> HandshakeService.class;
            default -> ConfigService.class;
        };
    }
}
