package dev.bobbin.protocol.json;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds every record, enum and union of the protocol among the compiled classes. */
final class WireClasses {
    private WireClasses() {}

    static Path root() {
        try {
            return Path.of(WireJson.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Class<?>> all() throws IOException {
        try (var files = Files.walk(root().resolve("dev/bobbin/protocol"))) {
            return files.map(file -> root().relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.startsWith("dev.bobbin.protocol.v") && name.endsWith(".class"))
                    .filter(name -> !name.contains("package-info"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .toList();
        }
    }

    static List<Class<?>> records() throws IOException {
        return all().stream().filter(Class::isRecord).toList();
    }

    static List<Class<?>> unions() throws IOException {
        return all().stream().filter(Class::isSealed).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
