package dev.bobbin.threadstore;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A jar with a store in it that nothing here knows, as somebody else would build it. Its store is called {@code outside}. */
public final class OutsideStoreJar {
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

    private OutsideStoreJar() {}

    /** Compiles and packs the store in {@code folder}. */
    public static Path make(Path folder) throws IOException {
        var source = Files.writeString(folder.resolve("OutsideStores.java"), SOURCE);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath(), "-d", folder.toString(), source.toString());
        if (compiled != 0) {
            throw new IllegalStateException("the store does not compile");
        }
        var jar = folder.resolve("outside.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("outside/OutsideStores.class"));
            Files.copy(folder.resolve("outside/OutsideStores.class"), out);
            out.putNextEntry(new JarEntry("META-INF/services/" + ThreadStoreProvider.class.getName()));
            out.write("outside.OutsideStores\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** What the store is compiled against, wherever the test's runner has it from. */
    private static String classPath() {
        return Stream.of(ThreadStore.class, RolloutItem.class, Patch.class, Nullable.class)
                .map(OutsideStoreJar::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
