package dev.bobbin.appserver.tool.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.appserver.tool.ToolFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PatchCommandTest {
    private static final Path CWD = Path.of("/home/me/project");
    private static final String PATCH = "*** Begin Patch\n*** Delete File: a\n*** End Patch";

    @Test
    void findsHereDocuments() throws ToolFailure {
        var expected = new PatchCommand(PATCH, CWD);
        assertThat(PatchCommand.in("apply_patch <<'EOF'\n" + PATCH + "\nEOF\n", CWD))
                .isEqualTo(expected);
        assertThat(PatchCommand.in("applypatch <<EOF\n" + PATCH + "\nEOF", CWD)).isEqualTo(expected);
        assertThat(PatchCommand.in("apply_patch <<\"X_1\"\n" + PATCH + "\nX_1", CWD))
                .isEqualTo(expected);
    }

    @Test
    void followsOneChangeOfFolder() throws ToolFailure {
        assertThat(PatchCommand.in("cd sub && apply_patch <<'EOF'\n" + PATCH + "\nEOF\n", CWD))
                .isEqualTo(new PatchCommand(PATCH, CWD.resolve("sub")));
        assertThat(PatchCommand.in("cd '/x y' && apply_patch <<'EOF'\n" + PATCH + "\nEOF\n", CWD))
                .isEqualTo(new PatchCommand(PATCH, Path.of("/x y")));
    }

    @Test
    void findsPatchesAsArguments() throws ToolFailure {
        assertThat(PatchCommand.in("apply_patch '" + PATCH + "'", CWD)).isEqualTo(new PatchCommand(PATCH, CWD));
    }

    @Test
    void leavesOtherScriptsToTheShell() throws ToolFailure {
        assertThat(PatchCommand.in("ls", CWD)).isNull();
        assertThat(PatchCommand.in("grep apply_patch notes.txt", CWD)).isNull();
        assertThat(PatchCommand.in("mkdir x && cd x && apply_patch <<'EOF'\n" + PATCH + "\nEOF\n", CWD))
                .isNull();
        assertThat(PatchCommand.in("cd x; apply_patch <<'EOF'\n" + PATCH + "\nEOF\n", CWD))
                .isNull();
        assertThat(PatchCommand.in("apply_patch <<'EOF'\n" + PATCH + "\nEOF\nrm -rf x", CWD))
                .isNull();
        assertThat(PatchCommand.in("apply_patch <<'EOF' > log\n" + PATCH + "\nEOF", CWD))
                .isNull();
    }

    @Test
    void aBarePatchIsNoScript() {
        assertThatThrownBy(() -> PatchCommand.in(PATCH, CWD))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("without explicit call to apply_patch");
    }
}
