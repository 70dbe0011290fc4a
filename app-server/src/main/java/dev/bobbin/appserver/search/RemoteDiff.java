package dev.bobbin.appserver.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout has that the nearest commit on a remote has not.
 *
 * @param sha that commit
 * @param diff from there to the files as they are, new ones included
 */
public record RemoteDiff(String sha, String diff) {
    private static final Set<Integer> SUCCESS = Set.of(0);
    private static final Set<Integer> DIFFERENT = Set.of(0, 1);

    /** Null outside of a checkout, and where no remote has any of its commits. */
    public static @Nullable RemoteDiff of(Path folder) throws InterruptedException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        var sha = nearestOnRemote(folder);
        var tracked = sha == null
                ? null
                : GitCommand.output(folder, DIFFERENT, "diff", "--no-textconv", "--no-ext-diff", sha);
        if (sha == null || tracked == null) {
            return null;
        }
        var diff = new StringBuilder(tracked);
        var untracked = GitCommand.output(folder, SUCCESS, "ls-files", "-oz", "--exclude-standard");
        for (var file : untracked == null ? new String[0] : untracked.split("\0")) {
            if (!file.isEmpty()) {
                var added = GitCommand.output(
                        folder,
                        DIFFERENT,
                        "diff",
                        "--no-textconv",
                        "--no-ext-diff",
                        "--binary",
                        "--no-index",
                        "--",
                        "/dev/null",
                        file);
                diff.append(added == null ? "" : added);
            }
        }
        return new RemoteDiff(sha, diff.toString());
    }

    private static @Nullable String nearestOnRemote(Path folder) throws InterruptedException {
        var own = GitCommand.output(folder, SUCCESS, "rev-list", "HEAD", "--not", "--remotes", "--boundary");
        var remote = GitCommand.output(folder, SUCCESS, "for-each-ref", "--count=1", "refs/remotes");
        if (own == null || remote == null || remote.isBlank()) {
            return null;
        }
        for (var line : own.split("\n")) {
            if (line.startsWith("-")) {
                return line.substring(1);
            }
        }
        var head = GitCommand.output(folder, SUCCESS, "rev-parse", "HEAD");
        return own.isBlank() && head != null ? head.strip() : null;
    }
}
