package dev.bobbin.appserver.model;

import dev.bobbin.appserver.config.ProviderConfig;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks providers which models they have. Safe for use from many threads. */
@FunctionalInterface
public interface ModelListings {
    /**
     * The provider's answer as JSON text; null from one that cannot be asked. Blocks for seconds at most.
     *
     * @throws ModelException if the provider's address or key is unusable
     * @throws IOException if it does not answer, or with a failure
     */
    byte @Nullable [] models(ProviderConfig provider) throws ModelException, IOException, InterruptedException;
}
