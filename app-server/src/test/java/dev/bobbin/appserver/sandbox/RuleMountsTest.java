package dev.bobbin.appserver.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.appserver.config.FileRules;
import dev.bobbin.protocol.v2.approval.FileSystemAccessMode;
import dev.bobbin.protocol.v2.approval.FileSystemPath;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.v2.approval.FileSystemSpecialPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleMountsTest {
    private static final FileSystemSandboxEntry ALL_READABLE =
            special(new FileSystemSpecialPath.Root(), FileSystemAccessMode.READ);
    private static final FileSystemSandboxEntry WORKSPACE =
            special(new FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.WRITE);

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void prepare() throws Exception {
        work = Files.createDirectories(folder.toRealPath().resolve("work"));
    }

    @Test
    void narrowerPlacesAreMountedAfterWiderOnes() throws Exception {
        var docs = Files.createDirectories(work.resolve("docs"));
        var secret = Files.createDirectories(work.resolve("secret"));
        var key = Files.writeString(work.resolve("docs/key"), "k");
        var held = new ArrayList<Path>();
        var line = String.join(
                " ",
                mounts(
                                path(key, FileSystemAccessMode.DENY),
                                path(secret, FileSystemAccessMode.DENY),
                                path(docs, FileSystemAccessMode.READ),
                                WORKSPACE,
                                ALL_READABLE)
                        .options(work, held));
        assertThat(line)
                .containsSubsequence(
                        "--ro-bind / /",
                        "--bind " + work + " " + work,
                        "--ro-bind " + docs + " " + docs,
                        "--ro-bind /dev/null " + key,
                        "--remount-ro " + secret)
                .contains("--tmpfs " + secret);
        assertThat(held).contains(work.resolve(".git"));
    }

    @Test
    void rulesThatMountsCannotKeepAreRefused() {
        var pattern = new FileSystemSandboxEntry(new FileSystemPath.GlobPattern("/x/*.env"), FileSystemAccessMode.DENY);
        assertRefused("patterns", ALL_READABLE, pattern);
        assertRefused("no programs", WORKSPACE);
        assertRefused("working directory", special(new FileSystemSpecialPath.Minimal(), FileSystemAccessMode.READ));
        assertRefused(
                "does not exist", ALL_READABLE, WORKSPACE, path(work.resolve("no/such"), FileSystemAccessMode.DENY));
    }

    @Test
    void theServerItselfKeepsToTheRules() throws Exception {
        var sandbox = new Sandbox(Map.of());
        Files.createDirectories(work.resolve("docs"));
        var rules = new FileRules(
                List.of(ALL_READABLE, WORKSPACE, path(work.resolve("docs"), FileSystemAccessMode.DENY)), false);
        assertThat(sandbox.allowsWrite(rules, List.of(work), Grant.NONE, work.resolve("a")))
                .isTrue();
        assertThat(sandbox.allowsWrite(rules, List.of(work), Grant.NONE, work.resolve("docs/a")))
                .isFalse();
        assertThat(sandbox.allowsWrite(rules, List.of(work), Grant.NONE, work.resolve(".git/hooks/x")))
                .isFalse();
        assertThat(sandbox.allowsWrite(rules, List.of(work), Grant.NONE, folder.resolve("b")))
                .isFalse();
        assertThat(sandbox.allowsRead(rules, List.of(work), folder.resolve("b")))
                .isTrue();
        assertThat(sandbox.allowsRead(rules, List.of(work), work.resolve("docs/a")))
                .isFalse();
        var granted = new Grant(Set.of(folder), false);
        assertThat(sandbox.allowsWrite(rules, List.of(work), granted, folder.resolve("b")))
                .isTrue();
    }

    private void assertRefused(String why, FileSystemSandboxEntry... entries) {
        assertThatThrownBy(() -> mounts(entries).options(work, new ArrayList<>()))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining(why);
    }

    private RuleMounts mounts(FileSystemSandboxEntry... entries) {
        return new RuleMounts(
                PlacedRules.of(new FileRules(List.of(entries), false), List.of(work), null), new Placeholders());
    }

    private static FileSystemSandboxEntry path(Path path, FileSystemAccessMode access) {
        return new FileSystemSandboxEntry(new FileSystemPath.Path(path.toString()), access);
    }

    private static FileSystemSandboxEntry special(FileSystemSpecialPath place, FileSystemAccessMode access) {
        return new FileSystemSandboxEntry(new FileSystemPath.Special(place), access);
    }
}
