package dev.bobbin.appserver.tool.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A patch is read or refused with a reason; what is read says the same when it is written again, and edits any file or refuses. */
class PatchParserFuzzTest {
    /** Up to a byte of 0 the input is a patch, from there on a file. */
    @FuzzTest
    void readsAndEditsOrSaysWhyNot(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var end = text.indexOf('\0');
        Patch patch;
        try {
            patch = PatchParser.parse(end < 0 ? text : text.substring(0, end));
        } catch (PatchException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(patch.changes()).isNotEmpty();
        assertRoundTrip(patch);
        for (var change : patch.changes()) {
            if (change instanceof Patch.Update update) {
                edit(update, end < 0 ? "" : text.substring(end + 1));
            }
        }
    }

    private static void edit(Patch.Update update, String file) {
        String edited;
        try {
            edited = ChunkEditor.edit(update.path(), file, update.chunks());
        } catch (PatchException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(edited.isEmpty() || edited.endsWith("\n")).isTrue();
        var added = update.chunks().stream()
                .flatMap(chunk -> chunk.newLines().stream())
                .toList();
        assertThat(edited.lines().count())
                .as("lines of the edited file")
                .isLessThanOrEqualTo(file.lines().count() + added.size());
        assertThat(edited.length())
                .isLessThanOrEqualTo(file.length() + 1 + written(update).length());
        if (update.chunks().stream().allMatch(chunk -> chunk.oldLines().isEmpty())) {
            assertThat(edited).as("what is only added, in order").endsWith(String.join("\n", added) + "\n");
        }
    }

    /** What can be written as a patch at all: names and lines that trimming and line ends leave alone. */
    private static void assertRoundTrip(Patch patch) {
        var text = new StringBuilder("*** Begin Patch\n");
        patch.changes().forEach(change -> text.append(written(change)));
        text.append("*** End Patch");
        try {
            assertThat(PatchParser.parse(text.toString())).isEqualTo(patch);
        } catch (PatchException e) {
            throw new AssertionError("what was read cannot be read again:\n" + text, e);
        }
    }

    private static String written(Patch.FileChange change) {
        var lines = new ArrayList<String>();
        switch (change) {
            case Patch.Add add -> {
                lines.add("*** Add File: " + add.path());
                add.content().lines().forEach(line -> lines.add("+" + line));
            }
            case Patch.Delete delete -> lines.add("*** Delete File: " + delete.path());
            case Patch.Update update -> {
                lines.add("*** Update File: " + update.path());
                if (update.moveTo() != null) {
                    lines.add("*** Move to: " + update.moveTo());
                }
                update.chunks().forEach(chunk -> write(chunk, lines));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Lines that were kept stand in both lists; written as removed and added they read the same. */
    private static void write(Patch.Chunk chunk, List<String> lines) {
        lines.add(chunk.context() == null ? "@@" : "@@ " + chunk.context());
        chunk.oldLines().forEach(line -> lines.add("-" + line));
        chunk.newLines().forEach(line -> lines.add("+" + line));
        if (chunk.atEndOfFile()) {
            lines.add("*** End of File");
        }
    }
}
