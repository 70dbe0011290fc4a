package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.search.RemoteDiff;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.method.HandshakeMethods;
import dev.bobbin.protocol.v1.GitDiffToRemoteResponse;
import dev.bobbin.protocol.v2.approval.PermissionProfileListResponse;
import dev.bobbin.protocol.v2.approval.PermissionProfileSummary;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.model.CollaborationModeListResponse;
import dev.bobbin.protocol.v2.model.CollaborationModeMask;
import dev.bobbin.protocol.v2.turn.ModeKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What there is to choose from: permissions and modes; and what of a checkout no remote has. */
public final class CatalogHandlers {
    private CatalogHandlers() {}

    /** Has {@code permissionProfile/list} answered. */
    public static void registerProfiles(RequestRouter router, ConfigLoader loader) {
        router.on(ConfigMethods.PERMISSION_PROFILE_LIST, (params, _, reply) -> {
            var profiles = new ArrayList<>(List.of(
                    new PermissionProfileSummary(":read-only", null),
                    new PermissionProfileSummary(":workspace", null),
                    new PermissionProfileSummary(":danger-full-access", null)));
            CurrentConfig.of(loader)
                    .profiles()
                    .described()
                    .forEach((name, text) ->
                            profiles.add(new PermissionProfileSummary(name, text.isEmpty() ? null : text)));
            var page = Page.of(profiles, params.cursor(), params.limit(), "permission profiles");
            reply.ok(new PermissionProfileListResponse(page.data(), page.next()));
        });
    }

    /** Has {@code collaborationMode/list} answered. */
    public static void registerModes(RequestRouter router) {
        router.on(
                ConfigMethods.COLLABORATION_MODE_LIST,
                (params, _, reply) -> reply.ok(new CollaborationModeListResponse(List.of(
                        new CollaborationModeMask("Plan", ModeKind.PLAN, null, ReasoningEffort.MEDIUM),
                        new CollaborationModeMask("Default", ModeKind.DEFAULT, null, null)))));
    }

    /** Has {@code gitDiffToRemote} answered. */
    public static void registerDiff(RequestRouter router) {
        router.on(HandshakeMethods.GIT_DIFF_TO_REMOTE, (params, _, reply) -> {
            var diff = RemoteDiff.of(Path.of(params.cwd()));
            if (diff == null) {
                throw new RequestException.InvalidRequest(
                        "failed to compute git diff to remote for cwd: \"" + params.cwd() + "\"", "no_remote");
            }
            reply.ok(new GitDiffToRemoteResponse(diff.sha(), diff.diff()));
        });
    }
}
