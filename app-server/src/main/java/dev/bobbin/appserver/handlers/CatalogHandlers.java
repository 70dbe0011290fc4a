package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.Features;
import dev.bobbin.appserver.context.SkillCatalog;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.search.RemoteDiff;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.method.HandshakeMethods;
import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v1.GitDiffToRemoteResponse;
import dev.bobbin.protocol.v2.approval.PermissionProfileListResponse;
import dev.bobbin.protocol.v2.approval.PermissionProfileSummary;
import dev.bobbin.protocol.v2.feature.ExperimentalFeature;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListResponse;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureStage;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.model.CollaborationModeListResponse;
import dev.bobbin.protocol.v2.model.CollaborationModeMask;
import dev.bobbin.protocol.v2.skills.SkillMetadata;
import dev.bobbin.protocol.v2.skills.SkillScope;
import dev.bobbin.protocol.v2.skills.SkillsListEntry;
import dev.bobbin.protocol.v2.skills.SkillsListResponse;
import dev.bobbin.protocol.v2.turn.ModeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What there is to choose from: features, permissions, modes, skills; and what of a checkout no remote has. */
public final class CatalogHandlers {
    /** The features that do something here, in the order of their names, with how far they are. */
    private static final Map<ExperimentalFeatureStage, List<String>> FEATURES = Map.of(
            ExperimentalFeatureStage.STABLE,
            List.of("goals", "personality", "shell_tool", "unified_exec"),
            ExperimentalFeatureStage.UNDER_DEVELOPMENT,
            List.of("local_thread_store_compression"));

    private final ConfigLoader loader;

    private CatalogHandlers(ConfigLoader loader) {
        this.loader = loader;
    }

    /** Has {@code experimentalFeature/list} answered. */
    public static void registerFeatures(RequestRouter router, ConfigLoader loader) {
        var handlers = new CatalogHandlers(loader);
        router.on(ConfigMethods.EXPERIMENTAL_FEATURE_LIST, (params, _, reply) -> {
            var features = features(handlers.config().features());
            var page = Page.of(features, params.cursor(), params.limit(), "feature flags");
            reply.ok(new ExperimentalFeatureListResponse(page.data(), page.next()));
        });
    }

    private static List<ExperimentalFeature> features(Features switched) {
        return FEATURES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(stage -> stage.getValue().stream()
                        .map(name -> new ExperimentalFeature(
                                name,
                                stage.getKey(),
                                null,
                                null,
                                null,
                                switched.enabled(name),
                                Features.enabledByDefault(name))))
                .toList();
    }

    /** Has {@code permissionProfile/list} answered. */
    public static void registerProfiles(RequestRouter router, ConfigLoader loader) {
        var handlers = new CatalogHandlers(loader);
        router.on(ConfigMethods.PERMISSION_PROFILE_LIST, (params, _, reply) -> {
            handlers.config();
            var profiles = List.of(
                    new PermissionProfileSummary(":read-only", null),
                    new PermissionProfileSummary(":workspace", null),
                    new PermissionProfileSummary(":danger-full-access", null));
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

    /** Has {@code skills/list} answered. */
    public static void registerSkills(RequestRouter router, ConfigLoader loader) {
        var handlers = new CatalogHandlers(loader);
        router.on(PluginMethods.SKILLS_LIST, (params, _, reply) -> {
            handlers.config();
            var here = Path.of("").toAbsolutePath().toString();
            var folders = params.cwds().isEmpty() ? List.of(here) : params.cwds();
            reply.ok(new SkillsListResponse(
                    folders.stream().map(handlers::skills).toList()));
        });
    }

    private SkillsListEntry skills(String cwd) {
        var home = loader.codexHome().resolve("skills");
        var skills = SkillCatalog.find(loader.codexHome(), Path.of(cwd)).stream()
                .map(skill -> {
                    var isSystem = skill.file().startsWith(home.resolve(".system"));
                    var own = skill.file().startsWith(home) ? SkillScope.USER : SkillScope.REPO;
                    return new SkillMetadata(
                            skill.name(),
                            skill.description(),
                            null,
                            null,
                            null,
                            skill.file().toAbsolutePath().toString(),
                            isSystem ? SkillScope.SYSTEM : own,
                            true);
                })
                .toList();
        return new SkillsListEntry(cwd, skills, List.of());
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

    private Config config() {
        try {
            return loader.load(null);
        } catch (ConfigException e) {
            throw new RequestException.Internal("failed to reload config: " + e.problem(), "invalid_config");
        }
    }
}
