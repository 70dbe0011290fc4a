package dev.bobbin.threadstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that comes as a jar of its own, found by its name, keeps the contract like any other. */
class OutsideStoreTest extends ThreadStoreContract {
    private static final String SOURCE = """
            package outside;
            import dev.bobbin.threadstore.ThreadStore;
            import dev.bobbin.threadstore.ThreadStoreProvider;
            import dev.bobbin.threadstore.memory.InMemoryThreadStore;
            import java.util.Map;
            public final class OutsideStores implements ThreadStoreProvider {
                @Override
                public String name() {
                    return "outside";
                }
                @Override
                public ThreadStore open(Context context, Map<String, String> settings) {
                    return new InMemoryThreadStore(settings.get("provider"), context.clock());
                }
            }
            """;

    @TempDir
    Path temp;

    private @Nullable URLClassLoader loader;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @Override
    protected ThreadStore open() throws IOException {
        loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, before);
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

    private Path jar() throws IOException {
        var source = Files.writeString(temp.resolve("OutsideStores.java"), SOURCE);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        temp.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        var jar = temp.resolve("outside.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("outside/OutsideStores.class"));
            Files.copy(temp.resolve("outside/OutsideStores.class"), out);
            out.putNextEntry(new JarEntry("META-INF/services/" + ThreadStoreProvider.class.getName()));
            out.write("outside.OutsideStores\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void aNameThatNobodyProvidesIsNotFound() {
        assertThat(ThreadStoreProvider.named("nowhere")).isEmpty();
    }
}
