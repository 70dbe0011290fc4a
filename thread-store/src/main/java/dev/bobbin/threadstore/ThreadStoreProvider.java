package dev.bobbin.threadstore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes stores of one kind. Found by {@link ServiceLoader}, and only when configuration names a store. */
public interface ThreadStoreProvider {
    /** The name by which configuration asks for this store. */
    String name();

    /**
     * Opens a store.
     *
     * @param settings what configuration says beside the name; never null
     */
    ThreadStore open(Context context, Map<String, String> settings);

    /**
     * What the server knows when it opens a store.
     *
     * @param defaultModelProvider provider that threads without one count as
     */
    record Context(Path codexHome, String defaultModelProvider, Clock clock) {}

    /** The provider of that name on the class path. */
    static Optional<ThreadStoreProvider> named(String name) {
        return ServiceLoader.load(ThreadStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
