package dev.bobbin.appserver.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.model.ModelCatalog;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelListings;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.v2.model.ModelListParams;
import dev.bobbin.protocol.v2.model.ModelListResponse;
import dev.bobbin.protocol.v2.model.ModelProviderCapabilitiesReadParams;
import dev.bobbin.protocol.v2.model.ModelProviderCapabilitiesReadResponse;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which models there are. {@code model_catalog_json} names a file with them; without it the provider is asked, whose answer
 * holds for a while; and if it does not say, there is the one that is configured.
 */
public final class ModelHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ModelHandlers.class);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ConfigLoader loader;
    private final ModelListings provider;

    private @Nullable Asked last;

    /** @param listing null if it could not be had */
    private record Asked(String provider, @Nullable JsonNode listing, long atNanos) {}

    private ModelHandlers(ConfigLoader loader, ModelListings provider) {
        this.loader = loader;
        this.provider = provider;
    }

    /** Has {@code model/list} answered. */
    public static void registerList(RequestRouter router, ConfigLoader loader, ModelListings provider) {
        router.on(ConfigMethods.MODEL_LIST, new ModelHandlers(loader, provider)::list);
    }

    /** Has {@code modelProvider/capabilities/read} answered. */
    public static void registerCapabilities(RequestRouter router, ConfigLoader loader, ModelListings provider) {
        router.on(
                ConfigMethods.MODEL_PROVIDER_CAPABILITIES_READ, new ModelHandlers(loader, provider)::readCapabilities);
    }

    private void list(ModelListParams params, RequestContext context, Reply<ModelListResponse> reply)
            throws InterruptedException {
        var config = CurrentConfig.of(loader);
        var isHiddenWanted = Boolean.TRUE.equals(params.includeHidden());
        var models = ModelCatalog.of(listing(config), config.model()).stream()
                .filter(model -> isHiddenWanted || !model.hidden())
                .toList();
        var page = Page.of(models, params.cursor(), params.limit(), "models");
        reply.ok(new ModelListResponse(page.data(), page.next()));
    }

    /** Tools in name spaces, images that it makes and its own search of the web are not used here with any provider. */
    private void readCapabilities(
            ModelProviderCapabilitiesReadParams params,
            RequestContext context,
            Reply<ModelProviderCapabilitiesReadResponse> reply) {
        CurrentConfig.of(loader);
        reply.ok(new ModelProviderCapabilitiesReadResponse(false, false, false));
    }

    private @Nullable JsonNode listing(Config config) throws InterruptedException {
        var file = config.raw().path("model_catalog_json");
        if (file.isTextual() && !file.textValue().isEmpty()) {
            return catalogue(config.codexHome().resolve(file.textValue()));
        }
        return asked(config);
    }

    private static JsonNode catalogue(Path file) {
        try {
            var catalogue = RawJson.of(Files.readAllBytes(file)).tree();
            if (catalogue.path("models").isArray()) {
                return catalogue;
            }
            throw new RequestException.Internal(
                    "failed to read model catalog " + file + ": it has no `models`", "invalid_model_catalog");
        } catch (IOException | UncheckedIOException e) {
            throw new RequestException.Internal(
                    "failed to read model catalog " + file + ": " + e.getMessage(), "invalid_model_catalog");
        }
    }

    private synchronized @Nullable JsonNode asked(Config config) throws InterruptedException {
        var name = config.provider().toString();
        if (last != null && last.provider().equals(name) && System.nanoTime() - last.atNanos() < KEPT.toNanos()) {
            return last.listing();
        }
        JsonNode listing = null;
        try {
            var answer = provider.models(config.provider());
            listing = answer == null ? null : RawJson.of(answer).tree();
        } catch (ModelException | IOException | UncheckedIOException e) {
            LOG.info("provider {} does not say which models it has: {}", config.modelProviderId(), e.getMessage());
        }
        last = new Asked(name, listing, System.nanoTime());
        return listing;
    }
}
