package dev.bobbin.protocol.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every request that a client may send.
 *
 * <p>The rows live in one interface per resource and are inherited here, so that {@code ClientMethods.THREAD_START} makes
 * the rows about threads only: a server that has just started pays for what its client uses.
 */
public final class ClientMethods
        implements RealtimeMethods,
                TurnMethods,
                ThreadMethods,
                PluginMethods,
                FileMethods,
                CommandMethods,
                AccountMethods,
                RemoteControlMethods,
                McpMethods,
                ConfigMethods,
                HandshakeMethods {
    private ClientMethods() {}

    /** The row with this wire name, or null if there is no such method. */
    public static @Nullable Method<?, ?> named(String name) {
        return switch (resource(name)) {
            case "thread" ->
                name.startsWith("thread/realtime/") ? RealtimeMethods.named(name) : ThreadMethods.named(name);
            case "turn", "review" -> TurnMethods.named(name);
            case "skills", "hooks", "marketplace", "plugin", "app" -> PluginMethods.named(name);
            case "fs", "fuzzyFileSearch" -> FileMethods.named(name);
            case "environment", "command", "process" -> CommandMethods.named(name);
            case "account", "feedback", "getAuthStatus" -> AccountMethods.named(name);
            case "remoteControl" -> RemoteControlMethods.named(name);
            case "mcpServer", "mcpServerStatus" -> McpMethods.named(name);
            case "config" -> name.startsWith("config/mcpServer/") ? McpMethods.named(name) : ConfigMethods.named(name);
            case "model",
                    "modelProvider",
                    "experimentalFeature",
                    "permissionProfile",
                    "collaborationMode",
                    "windowsSandbox",
                    "externalAgentConfig",
                    "configRequirements" -> ConfigMethods.named(name);
            case "initialize", "memory", "mock", "getConversationSummary", "gitDiffToRemote" ->
                HandshakeMethods.named(name);
            default -> null;
        };
    }

    /** What a method is about: its wire name up to the first slash. */
    public static String resource(String name) {
        var slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** All wire names: the peer's in the order of its error texts, then ours. */
    public static List<String> names() {
        return List.of(
                "initialize",
                "thread/start",
                "thread/resume",
                "thread/fork",
                "thread/archive",
                "thread/unsubscribe",
                "thread/increment_elicitation",
                "thread/decrement_elicitation",
                "thread/name/set",
                "thread/goal/set",
                "thread/goal/get",
                "thread/goal/clear",
                "thread/metadata/update",
                "thread/settings/update",
                "thread/memoryMode/set",
                "memory/reset",
                "thread/unarchive",
                "thread/compact/start",
                "thread/shellCommand",
                "thread/approveGuardianDeniedAction",
                "thread/backgroundTerminals/clean",
                "thread/rollback",
                "thread/list",
                "thread/search",
                "thread/loaded/list",
                "thread/read",
                "thread/turns/list",
                "thread/turns/items/list",
                "thread/inject_items",
                "skills/list",
                "skills/extraRoots/set",
                "hooks/list",
                "marketplace/add",
                "marketplace/remove",
                "marketplace/upgrade",
                "plugin/list",
                "plugin/installed",
                "plugin/read",
                "plugin/skill/read",
                "plugin/share/save",
                "plugin/share/updateTargets",
                "plugin/share/list",
                "plugin/share/checkout",
                "plugin/share/delete",
                "app/list",
                "fs/readFile",
                "fs/writeFile",
                "fs/createDirectory",
                "fs/getMetadata",
                "fs/readDirectory",
                "fs/remove",
                "fs/copy",
                "fs/watch",
                "fs/unwatch",
                "skills/config/write",
                "plugin/install",
                "plugin/uninstall",
                "turn/start",
                "turn/steer",
                "turn/interrupt",
                "thread/realtime/start",
                "thread/realtime/appendAudio",
                "thread/realtime/appendText",
                "thread/realtime/stop",
                "thread/realtime/listVoices",
                "review/start",
                "model/list",
                "modelProvider/capabilities/read",
                "experimentalFeature/list",
                "permissionProfile/list",
                "experimentalFeature/enablement/set",
                "remoteControl/enable",
                "remoteControl/disable",
                "remoteControl/status/read",
                "remoteControl/pairing/start",
                "remoteControl/client/list",
                "remoteControl/client/revoke",
                "collaborationMode/list",
                "mock/experimentalMethod",
                "environment/add",
                "mcpServer/oauth/login",
                "config/mcpServer/reload",
                "mcpServerStatus/list",
                "mcpServer/resource/read",
                "mcpServer/tool/call",
                "windowsSandbox/setupStart",
                "windowsSandbox/readiness",
                "account/login/start",
                "account/login/cancel",
                "account/logout",
                "account/rateLimits/read",
                "account/sendAddCreditsNudgeEmail",
                "feedback/upload",
                "command/exec",
                "command/exec/write",
                "command/exec/terminate",
                "command/exec/resize",
                "process/spawn",
                "process/writeStdin",
                "process/kill",
                "process/resizePty",
                "config/read",
                "externalAgentConfig/detect",
                "externalAgentConfig/import",
                "config/value/write",
                "config/batchWrite",
                "configRequirements/read",
                "account/read",
                "getConversationSummary",
                "gitDiffToRemote",
                "getAuthStatus",
                "fuzzyFileSearch",
                "fuzzyFileSearch/sessionStart",
                "fuzzyFileSearch/sessionUpdate",
                "fuzzyFileSearch/sessionStop",
                "turn/run",
                "thread/delete");
    }
}
