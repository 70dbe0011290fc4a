package dev.bobbin.appserver.tool.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchPlanTest {
    @TempDir
    Path cwd;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(cwd.resolve("old.txt"), "a\nb\nc\n");
        Files.writeString(cwd.resolve("gone.txt"), "bye\n");
    }

    private PatchPlan plan(String body) throws PatchException {
        return PatchPlan.of(PatchParser.parse("*** Begin Patch\n" + body + "*** End Patch\n"), cwd);
    }

    private String text(String name) throws IOException {
        return Files.readString(cwd.resolve(name));
    }

    @Test
    void addsDeletesAndMovesInOnePatch() throws Exception {
        var plan = plan("""
                *** Add File: n/deep.txt
                +x
                *** Delete File: gone.txt
                *** Update File: old.txt
                *** Move to: moved.txt
                @@
                 a
                -b
                +bb
                """);
        plan.apply();

        assertThat(text("n/deep.txt")).isEqualTo("x\n");
        assertThat(text("moved.txt")).isEqualTo("a\nbb\nc\n");
        assertThat(cwd.resolve("old.txt")).doesNotExist();
        assertThat(cwd.resolve("gone.txt")).doesNotExist();
        assertThat(plan.summary())
                .isEqualTo("Success. Updated the following files:\nA n/deep.txt\nM moved.txt\nD gone.txt\n");
    }

    @Test
    void planningWritesNothing() throws Exception {
        plan("*** Update File: old.txt\n@@\n-b\n+B\n*** Delete File: gone.txt\n");
        assertThat(text("old.txt")).isEqualTo("a\nb\nc\n");
        assertThat(text("gone.txt")).isEqualTo("bye\n");
    }

    @Test
    void aFileNamedTwiceIsChangedTwice() throws Exception {
        plan("*** Update File: old.txt\n@@\n-b\n+B\n*** Update File: old.txt\n@@\n-B\n+BB\n")
                .apply();
        assertThat(text("old.txt")).isEqualTo("a\nBB\nc\n");
    }

    @Test
    void findsLinesDespiteBlanksAndTypography() throws Exception {
        Files.writeString(cwd.resolve("code.txt"), "if (x) {  \n\tsay(\u201Chi\u201D)\n}\n");
        plan("*** Update File: code.txt\n@@\n if (x) {\n-say(\"hi\")\n+say(\"ho\")\n")
                .apply();
        assertThat(text("code.txt")).isEqualTo("if (x) {\nsay(\"ho\")\n}\n");
    }

    @Test
    void theContextLineSaysWhichOfTwoPlaces() throws Exception {
        Files.writeString(cwd.resolve("two.txt"), "first\nx\nsecond\nx\n");
        plan("*** Update File: two.txt\n@@ second\n-x\n+y\n").apply();
        assertThat(text("two.txt")).isEqualTo("first\nx\nsecond\ny\n");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> plan("*** Update File: absent.txt\n@@\n-b\n+B\n"))
                .hasMessage("Failed to read file to update " + cwd.resolve("absent.txt")
                        + ": No such file or directory (os error 2)");
        assertThatThrownBy(() -> plan("*** Update File: old.txt\n@@\n-zz\n+B\n"))
                .hasMessage("Failed to find expected lines in " + cwd.resolve("old.txt") + ":\nzz");
        assertThatThrownBy(() -> plan("*** Update File: old.txt\n@@ nowhere\n-b\n+B\n"))
                .hasMessage("Failed to find context 'nowhere' in " + cwd.resolve("old.txt"));
    }

    @Test
    void aFailureHalfWayLeavesEverythingAsItWas() throws Exception {
        Files.writeString(cwd.resolve("blocker"), "a file, not a folder\n");
        var plan = plan(
                "*** Update File: old.txt\n@@\n-b\n+B\n*** Add File: new.txt\n+n\n*** Add File: blocker/x.txt\n+x\n");

        assertThatThrownBy(plan::apply).isInstanceOf(IOException.class);

        assertThat(text("old.txt")).isEqualTo("a\nb\nc\n");
        assertThat(text("blocker")).isEqualTo("a file, not a folder\n");
        assertThat(cwd.resolve("new.txt")).doesNotExist();
    }

    @Test
    void brokenPatchesSayWhere() {
        assertThatThrownBy(() -> PatchParser.parse("hello"))
                .hasMessage("invalid patch: The first line of the patch must be '*** Begin Patch'");
        assertThatThrownBy(() -> plan("*** Update File: old.txt\n"))
                .hasMessage("invalid hunk at line 2, Update file hunk for path 'old.txt' is empty");
        assertThatThrownBy(() -> plan("*** Rename File: old.txt\n")).hasMessageContaining("invalid hunk at line 2");
    }

    @Test
    void theDiffOfATurnIsGits() throws Exception {
        var diff = new TurnDiff(cwd);
        var first = plan("*** Update File: old.txt\n@@\n-b\n+B\n c\n");
        first.apply();
        diff.add(first);
        assertThat(diff.toString()).isEqualTo("""
                        diff --git a/old.txt b/old.txt
                        index de980441c3ab03a8c07dda1ad27b8a11f39deb1e..7be73ce3c1b1cdaea86e8168dfee8575175953bf
                        --- a/old.txt
                        +++ b/old.txt
                        @@ -1,3 +1,3 @@
                         a
                        -b
                        +B
                         c
                        """);

        var back = plan("*** Update File: old.txt\n@@\n-B\n+b\n");
        back.apply();
        diff.add(back);
        assertThat(diff.toString()).isEmpty();
    }

    @Test
    void hunksFarApartStayApart() {
        var before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertThat(UnifiedDiff.hunks(before, before.replace("2", "two").replace("8", "eight"), 1))
                .isEqualTo("@@ -1,3 +1,3 @@\n 1\n-2\n+two\n 3\n@@ -7,3 +7,3 @@\n 7\n-8\n+eight\n 9\n");
    }
}
