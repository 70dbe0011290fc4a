package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v2.hook.HooksListEntry;
import dev.bobbin.protocol.v2.hook.HooksListResponse;
import java.nio.file.Path;
import java.util.List;

/** Hooks, none of which this server runs: says so to who has configured some. */
public final class ExtensionHandlers {
    private ExtensionHandlers() {}

    /** Has {@code hooks/list} answered. */
    public static void registerHooks(RequestRouter router, ConfigLoader loader) {
        router.on(PluginMethods.HOOKS_LIST, (params, _, reply) -> {
            var warnings =
                    isConfigured(loader, "hooks") ? List.of("hooks are not run by this server") : List.<String>of();
            var here = Path.of("").toAbsolutePath().toString();
            var folders = params.cwds().isEmpty() ? List.of(here) : params.cwds();
            reply.ok(new HooksListResponse(folders.stream()
                    .map(cwd -> new HooksListEntry(cwd, List.of(), warnings, List.of()))
                    .toList()));
        });
    }

    private static boolean isConfigured(ConfigLoader loader, String key) {
        return !CurrentConfig.of(loader).raw().path(key).isEmpty();
    }
}
