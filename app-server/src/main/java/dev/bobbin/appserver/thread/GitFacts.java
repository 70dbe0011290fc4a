package dev.bobbin.appserver.thread;

import dev.bobbin.rollout.line.GitInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a git checkout says of itself: the commit, the branch and where it was cloned from, read from its files. Nothing is
 * spawned, and whatever cannot be read is left out.
 */
final class GitFacts {
    private static final String REF = "ref: ";
    private static final String BRANCHES = "refs/heads/";
    private static final int MAX_LINKS = 5;

    private GitFacts() {}

    /** Reads the facts of the checkout that a folder lies in; null outside of one. */
    static @Nullable GitInfo of(Path cwd) {
        var dotGit = find(cwd);
        if (dotGit == null) {
            return null;
        }
        var git = gitFolder(dotGit);
        var common = commonFolder(git);
        var head = firstLine(git.resolve("HEAD"));
        var branch = head != null && head.startsWith(REF + BRANCHES) ? head.substring((REF + BRANCHES).length()) : null;
        var info = new GitInfo(commit(git, common, head), branch, originUrl(common.resolve("config")));
        return info.commitHash() == null && info.branch() == null && info.repositoryUrl() == null ? null : info;
    }

    private static @Nullable Path find(Path cwd) {
        for (var folder = cwd; folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve(".git");
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** In a linked worktree or a submodule, {@code .git} is a file that says where the folder is. */
    private static Path gitFolder(Path dotGit) {
        if (Files.isDirectory(dotGit)) {
            return dotGit;
        }
        var line = firstLine(dotGit);
        var target = line != null && line.startsWith("gitdir: ") ? line.substring("gitdir: ".length()) : null;
        return target == null ? dotGit : resolve(dotGit.resolveSibling("."), target);
    }

    private static Path commonFolder(Path git) {
        var shared = firstLine(git.resolve("commondir"));
        return shared == null ? git : resolve(git, shared);
    }

    private static Path resolve(Path base, String text) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            return base;
        }
    }

    private static @Nullable String commit(Path git, Path common, @Nullable String head) {
        var value = head;
        for (int links = 0; value != null && value.startsWith(REF) && links < MAX_LINKS; links++) {
            var ref = value.substring(REF.length());
            var own = firstLine(resolve(git, ref));
            var loose = own != null ? own : firstLine(resolve(common, ref));
            value = loose != null ? loose : packed(common.resolve("packed-refs"), ref);
        }
        return value == null || value.startsWith(REF) || value.isEmpty() ? null : value;
    }

    private static @Nullable String packed(Path file, String ref) {
        for (var line : lines(file)) {
            if (line.endsWith(" " + ref)) {
                return line.substring(0, line.indexOf(' '));
            }
        }
        return null;
    }

    private static @Nullable String originUrl(Path config) {
        boolean inOrigin = false;
        for (var raw : lines(config)) {
            var line = raw.strip();
            if (line.startsWith("[")) {
                inOrigin = line.equals("[remote \"origin\"]");
            } else if (inOrigin && line.startsWith("url") && line.indexOf('=') > 0) {
                return line.substring(line.indexOf('=') + 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String firstLine(Path file) {
        var lines = lines(file);
        return lines.isEmpty() ? null : lines.getFirst().strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
