package dev.bobbin.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources under a folder that is laid out as this repository is. */
record SourceTree(Path root) {
    /** One source file. The path is relative to the root, with slashes. */
    record Source(String path, String text) {
        List<String> lines() {
            return text.lines().toList();
        }

        boolean isTest() {
            return path.contains("src/test/") || path.startsWith("tests/");
        }

        String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** The repository that this test runs in. */
    static SourceTree ofBobbin() {
        return new SourceTree(Path.of(System.getProperty("bobbin.root")));
    }

    List<Source> sources() {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(this::javaFiles)
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source read(Path file) {
        try {
            return new Source(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
