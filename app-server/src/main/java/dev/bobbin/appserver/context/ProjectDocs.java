package dev.bobbin.appserver.context;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Instructions for agents found in files: one in the home, and one in each folder from the project's root down to the working
 * directory. In a folder {@code AGENTS.override.md} stands in for {@code AGENTS.md}.
 *
 * @param sources the files they were read from, outermost first
 * @param text what they say, joined; null if there are none
 */
public record ProjectDocs(List<Path> sources, @Nullable String text) {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectDocs.class);
    private static final String HOME_SEPARATOR = "\n\n--- project-doc ---\n\n";
    private static final List<String> NAMES = List.of("AGENTS.override.md", "AGENTS.md");

    /**
     * Reads them.
     *
     * @param home the home of this server, whose own file always counts
     * @param cwd absolute working directory of the thread
     * @param maxBytes bytes of project documents to take at most; 0 takes none. The home's file is not counted
     * @param fallbackNames further names to look for in each folder, after the usual ones
     */
    public static ProjectDocs find(Path home, Path cwd, long maxBytes, List<String> fallbackNames) {
        var sources = new ArrayList<Path>();
        var ofHome = readFirst(home, NAMES, Long.MAX_VALUE, sources);
        var ofProject = new StringBuilder();
        var left = maxBytes;
        for (var folder : foldersDownTo(cwd)) {
            if (left <= 0) {
                break;
            }
            var names = new ArrayList<>(NAMES);
            names.addAll(fallbackNames);
            var text = readFirst(folder, names, left, sources);
            if (text != null) {
                left -= text.getBytes(StandardCharsets.UTF_8).length;
                ofProject.append(ofProject.isEmpty() ? "" : "\n\n").append(text);
            }
        }
        return new ProjectDocs(List.copyOf(sources), join(ofHome, ofProject.toString()));
    }

    private static @Nullable String join(@Nullable String ofHome, String ofProject) {
        if (ofHome == null) {
            return ofProject.isEmpty() ? null : ofProject;
        }
        return ofProject.isEmpty() ? ofHome.strip() : ofHome.strip() + HOME_SEPARATOR + ofProject;
    }

    private static @Nullable String readFirst(Path folder, List<String> names, long maxBytes, List<Path> sources) {
        for (var name : names) {
            var file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                var text = read(file, maxBytes);
                if (!text.isBlank()) {
                    sources.add(file);
                    return text;
                }
                return null;
            }
        }
        return null;
    }

    private static String read(Path file, long maxBytes) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 8));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", file, e.toString());
            return "";
        }
    }

    /** From the root of the project, the nearest folder above that holds {@code .git}, down to the directory itself. */
    private static List<Path> foldersDownTo(Path cwd) {
        var chain = new ArrayList<Path>();
        for (Path folder = cwd; folder != null; folder = folder.getParent()) {
            chain.addFirst(folder);
            if (Files.exists(folder.resolve(".git"))) {
                return chain;
            }
        }
        return List.of(cwd);
    }
}
