package dev.bobbin.appserver.handlers;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.Features;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.v2.feature.ExperimentalFeature;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureEnablementSetParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureEnablementSetResponse;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListResponse;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureStage;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code experimentalFeature/*}: which features there are, and switching some until the server ends. */
public final class FeatureHandlers {
    /** The features that do something here, in the order of their names, with how far they are. */
    private static final Map<ExperimentalFeatureStage, List<String>> FEATURES = Map.of(
            ExperimentalFeatureStage.STABLE,
            List.of("goals", "personality", "shell_tool", "unified_exec"),
            ExperimentalFeatureStage.UNDER_DEVELOPMENT,
            List.of("local_thread_store_compression"));

    private final ConfigLoader loader;

    private FeatureHandlers(ConfigLoader loader) {
        this.loader = loader;
    }

    /** Has the {@code experimentalFeature/*} methods answered. */
    public static void register(RequestRouter router, ConfigLoader loader) {
        var handlers = new FeatureHandlers(loader);
        router.on(ConfigMethods.EXPERIMENTAL_FEATURE_LIST, handlers::list);
        router.on(ConfigMethods.EXPERIMENTAL_FEATURE_ENABLEMENT_SET, handlers::set);
    }

    private void list(
            ExperimentalFeatureListParams params,
            RequestContext context,
            Reply<ExperimentalFeatureListResponse> reply) {
        var features = features(CurrentConfig.of(loader).features());
        var page = Page.of(features, params.cursor(), params.limit(), "feature flags");
        reply.ok(new ExperimentalFeatureListResponse(page.data(), page.next()));
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

    /** All or none: one that cannot be switched is refused before any is. */
    private void set(
            ExperimentalFeatureEnablementSetParams params,
            RequestContext context,
            Reply<ExperimentalFeatureEnablementSetResponse> reply) {
        for (var name : new TreeSet<>(params.enablement().keySet())) {
            if (Features.SWITCHABLE.contains(name)) {
                continue;
            }
            throw new RequestException.InvalidRequest(
                    Features.isKnown(name)
                            ? "unsupported feature enablement `" + name + "`: currently supported features are "
                                    + String.join(", ", Features.SWITCHABLE)
                            : "invalid feature enablement `" + name + "`",
                    "unsupported_feature");
        }
        params.enablement().forEach((name, on) -> loader.setUntilEnd("features." + name, BooleanNode.valueOf(on)));
        reply.ok(new ExperimentalFeatureEnablementSetResponse(params.enablement()));
    }
}
