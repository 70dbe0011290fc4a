package dev.bobbin.threadstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that comes as a jar of its own, found by its name, keeps the contract like any other. */
class OutsideStoreTest extends ThreadStoreContract {
    @TempDir
    Path temp;

    private @Nullable URLClassLoader loader;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @Override
    protected ThreadStore open() throws IOException {
        loader =
                new URLClassLoader(new URL[] {OutsideStoreJar.make(temp).toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        var context = new ThreadStoreProvider.Context(temp, "unused", clock);
        return ThreadStoreProvider.named("outside").orElseThrow().open(context, Map.of("provider", "provider"));
    }

    @AfterEach
    void restore() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        if (loader != null) {
            loader.close();
        }
    }

    @Test
    void aNameThatNobodyProvidesIsNotFound() {
        assertThat(ThreadStoreProvider.named("nowhere")).isEmpty();
    }
}
