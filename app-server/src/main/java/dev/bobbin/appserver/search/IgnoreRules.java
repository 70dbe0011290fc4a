package dev.bobbin.appserver.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's own files say about what is not to be found below it, with what those above it say.
 *
 * <p>{@code .ignore} counts everywhere. {@code .gitignore}, {@code .git/info/exclude} and the user's own excludes count
 * within a repository only, up to the repository's top. Within a kind, the nearest folder has the last word.
 *
 * @param above the folder above; null at the top of the file system
 * @param prefix the folder's path, ending in a slash
 * @param isRepository whether a repository begins here
 * @param isInRepository whether one begins here or above
 */
record IgnoreRules(
        @Nullable IgnoreRules above,
        String prefix,
        @Nullable IgnoreNode plain,
        @Nullable IgnoreNode git,
        @Nullable IgnoreNode exclude,
        boolean isRepository,
        boolean isInRepository,
        @Nullable IgnoreNode users) {
    private static final String EXCLUDE = ".git/info/exclude";

    /** The rules for what is in a folder, and of those of every folder above it. */
    static IgnoreRules ofFolder(Path folder, @Nullable IgnoreNode users) {
        var parent = folder.getParent();
        return below(parent == null ? null : ofFolder(parent, users), folder, users);
    }

    /** The rules for what is in {@code folder}, whose parent's are {@code above}. */
    static IgnoreRules below(@Nullable IgnoreRules above, Path folder, @Nullable IgnoreNode users) {
        var isRepository = Files.exists(folder.resolve(".git"));
        var plain = read(folder.resolve(".ignore"));
        var git = read(folder.resolve(".gitignore"));
        var isInRepository = isRepository || (above != null && above.isInRepository());
        if (above != null && !isRepository && plain == null && git == null) {
            return above;
        }
        var text = folder.toString();
        return new IgnoreRules(
                above,
                text.endsWith("/") ? text : text + "/",
                plain,
                git,
                isRepository ? read(folder.resolve(EXCLUDE)) : null,
                isRepository,
                isInRepository,
                users);
    }

    private static @Nullable IgnoreNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (var in = Files.newInputStream(file)) {
            var node = new IgnoreNode();
            node.parse(file.toString(), in);
            return node.getRules().isEmpty() ? null : node;
        } catch (IOException e) {
            return null;
        }
    }

    /** What the user never wants to see in any repository; null if nothing. */
    static @Nullable IgnoreNode ofUser(Path userHome, @Nullable String configHome) {
        var config = configHome == null || configHome.isEmpty() ? userHome.resolve(".config") : Path.of(configHome);
        for (var settings : List.of(userHome.resolve(".gitconfig"), config.resolve("git/config"))) {
            var named = namedIn(settings);
            if (named != null) {
                return read(named.startsWith("~/") ? userHome.resolve(named.substring(2)) : userHome.resolve(named));
            }
        }
        return read(config.resolve("git/ignore"));
    }

    private static @Nullable String namedIn(Path settings) {
        if (!Files.isRegularFile(settings)) {
            return null;
        }
        try {
            for (var line : new String(Files.readAllBytes(settings), StandardCharsets.UTF_8).split("\n", -1)) {
                var equals = line.indexOf('=');
                if (equals > 0 && line.substring(0, equals).strip().equalsIgnoreCase("excludesfile")) {
                    return line.substring(equals + 1).strip().replace("\"", "");
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    /** Whether something in a folder with these rules is left out. */
    boolean excludes(String path, boolean isDirectory) {
        var plainly = plainly(path, isDirectory);
        if (plainly != null) {
            return plainly;
        }
        if (!isInRepository) {
            return false;
        }
        var byGit = byGit(path, isDirectory);
        return byGit != null && byGit;
    }

    private @Nullable Boolean plainly(String path, boolean isDirectory) {
        for (var rules = this; rules != null; rules = rules.above) {
            var says = rules.ask(rules.plain, path, isDirectory);
            if (says != null) {
                return says;
            }
        }
        return null;
    }

    private @Nullable Boolean byGit(String path, boolean isDirectory) {
        Boolean excluded = null;
        for (var rules = this; rules != null; rules = rules.above) {
            var says = rules.ask(rules.git, path, isDirectory);
            if (says != null) {
                return says;
            }
            if (excluded == null) {
                excluded = rules.ask(rules.exclude, path, isDirectory);
            }
            if (rules.isRepository) {
                return excluded != null ? excluded : rules.ask(users, path, isDirectory);
            }
        }
        return excluded;
    }

    private @Nullable Boolean ask(@Nullable IgnoreNode node, String path, boolean isDirectory) {
        return node == null ? null : node.checkIgnored(path.substring(prefix.length()), isDirectory);
    }
}
