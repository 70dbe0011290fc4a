package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.protocol.method.AccountMethods;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigDetectResponse;
import dev.bobbin.protocol.v2.plugin.AppsListResponse;
import dev.bobbin.protocol.v2.plugin.PluginInstalledResponse;
import dev.bobbin.protocol.v2.plugin.PluginListResponse;
import dev.bobbin.protocol.v2.windows.WindowsSandboxReadiness;
import dev.bobbin.protocol.v2.windows.WindowsSandboxReadinessResponse;
import java.util.List;

/**
 * Questions whose true answer here is "none": a client that asks for all there is can go on with that. What would have to
 * be done, and is not, is refused by the router.
 */
public final class AbsenceHandlers {
    private AbsenceHandlers() {}

    /** Has {@code plugin/list} and {@code plugin/installed} answered. */
    public static void registerPlugins(RequestRouter router) {
        router.on(
                PluginMethods.PLUGIN_LIST,
                (params, _, reply) -> reply.ok(new PluginListResponse(List.of(), List.of(), List.of())));
        router.on(
                PluginMethods.PLUGIN_INSTALLED,
                (params, _, reply) -> reply.ok(new PluginInstalledResponse(List.of(), List.of())));
    }

    /** Has {@code app/list} answered. */
    public static void registerApps(RequestRouter router) {
        router.on(PluginMethods.APP_LIST, (params, _, reply) -> reply.ok(new AppsListResponse(List.of(), null)));
    }

    /** Has {@code externalAgentConfig/detect} answered: there is nothing that this server would take over. */
    public static void registerExternalAgents(RequestRouter router) {
        router.on(
                ConfigMethods.EXTERNAL_AGENT_CONFIG_DETECT,
                (params, _, reply) -> reply.ok(new ExternalAgentConfigDetectResponse(List.of())));
    }

    /** Has {@code windowsSandbox/readiness} answered. */
    public static void registerWindows(RequestRouter router) {
        router.on(
                ConfigMethods.WINDOWS_SANDBOX_READINESS,
                (params, _, reply) ->
                        reply.ok(new WindowsSandboxReadinessResponse(WindowsSandboxReadiness.NOT_CONFIGURED)));
    }

    /** Has {@code account/sendAddCreditsNudgeEmail} refused as by a server whose user has no account of that kind. */
    static void registerNudge(RequestRouter router) {
        router.on(AccountMethods.ACCOUNT_SEND_ADD_CREDITS_NUDGE_EMAIL, (params, _, reply) -> {
            throw new RequestException.InvalidRequest(
                    "codex account authentication required to notify workspace owner", "account_required");
        });
    }
}
