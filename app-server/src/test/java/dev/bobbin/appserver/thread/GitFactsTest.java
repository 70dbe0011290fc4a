package dev.bobbin.appserver.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.line.GitInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFactsTest {
    private static final String COMMIT = "0123456789012345678901234567890123456789";

    @TempDir
    Path folder;

    private Path git;

    @BeforeEach
    void initialise() throws IOException {
        git = Files.createDirectories(folder.resolve("repo/.git"));
        write(git.resolve("HEAD"), "ref: refs/heads/feature/x\n");
        write(
                git.resolve("config"),
                "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://h/r.git\n\tfetch = +\n");
    }

    @Test
    void aBranchWithALooseRef() throws IOException {
        write(git.resolve("refs/heads/feature/x"), COMMIT + "\n");

        assertThat(GitFacts.of(Files.createDirectories(folder.resolve("repo/src/main"))))
                .isEqualTo(new GitInfo(COMMIT, "feature/x", "https://h/r.git"));
    }

    @Test
    void aBranchWithAPackedRef() throws IOException {
        write(git.resolve("packed-refs"), "# pack-refs with: peeled\n" + COMMIT + " refs/heads/feature/x\n");

        assertThat(GitFacts.of(folder.resolve("repo"))).isEqualTo(new GitInfo(COMMIT, "feature/x", "https://h/r.git"));
    }

    @Test
    void aDetachedHeadHasNoBranch() throws IOException {
        write(git.resolve("HEAD"), COMMIT + "\n");

        assertThat(GitFacts.of(folder.resolve("repo"))).isEqualTo(new GitInfo(COMMIT, null, "https://h/r.git"));
    }

    @Test
    void aLinkedWorktreeSharesRefsAndRemotes() throws IOException {
        write(git.resolve("worktrees/w/HEAD"), "ref: refs/heads/main\n");
        write(git.resolve("worktrees/w/commondir"), "../..\n");
        write(git.resolve("refs/heads/main"), COMMIT + "\n");
        var worktree = Files.createDirectories(folder.resolve("worktree"));
        write(worktree.resolve(".git"), "gitdir: " + git.resolve("worktrees/w") + "\n");

        assertThat(GitFacts.of(worktree)).isEqualTo(new GitInfo(COMMIT, "main", "https://h/r.git"));
    }

    @Test
    void outsideOfACheckoutThereIsNothing() throws IOException {
        assertThat(GitFacts.of(Files.createDirectories(folder.resolve("elsewhere"))))
                .isNull();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
