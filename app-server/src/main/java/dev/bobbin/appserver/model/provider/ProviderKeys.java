package dev.bobbin.appserver.model.provider;

import org.jspecify.annotations.Nullable;

/** The key that the user logged in with, for providers that want that one. */
@FunctionalInterface
public interface ProviderKeys {
    /** The key as it is now; null when the user is not logged in. */
    @Nullable
    String openaiKey();
}
