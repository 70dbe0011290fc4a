package dev.bobbin.appserver.tool.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies the chunks of one update to a file's text. */
final class ChunkEditor {
    private record Replacement(int start, int length, List<String> lines) {}

    private final String path;
    private final List<String> file;

    private ChunkEditor(String path, String text) {
        this.path = path;
        this.file = lines(text);
    }

    /** The text with every chunk applied; it always ends in a newline. */
    static String edit(String path, String text, List<Patch.Chunk> chunks) throws PatchException {
        return new ChunkEditor(path, text).apply(chunks);
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private String apply(List<Patch.Chunk> chunks) throws PatchException {
        var replacements = new ArrayList<Replacement>();
        var from = 0;
        for (var chunk : chunks) {
            from = afterContext(chunk, from);
            var replacement = locate(chunk, from);
            replacements.add(replacement);
            from = replacement.start() + replacement.length();
        }
        replacements.sort(Comparator.comparingInt(Replacement::start));
        var edited = new ArrayList<>(file);
        for (var replacement : replacements.reversed()) {
            // What is looked for at the file's end may overlap what was found before it.
            var end = Math.min(replacement.start() + replacement.length(), edited.size());
            var place = edited.subList(replacement.start(), end);
            place.clear();
            place.addAll(replacement.lines());
        }
        return edited.isEmpty() ? "" : String.join("\n", edited) + "\n";
    }

    private int afterContext(Patch.Chunk chunk, int from) throws PatchException {
        if (chunk.context() == null) {
            return from;
        }
        var place = LineMatcher.find(file, List.of(chunk.context()), from, false);
        if (place < 0) {
            throw new PatchException("Failed to find context '" + chunk.context() + "' in " + path);
        }
        return place + 1;
    }

    private Replacement locate(Patch.Chunk chunk, int from) throws PatchException {
        if (chunk.oldLines().isEmpty()) {
            return new Replacement(file.size(), 0, chunk.newLines());
        }
        var place = LineMatcher.find(file, chunk.oldLines(), from, chunk.atEndOfFile());
        if (place >= 0) {
            return new Replacement(place, chunk.oldLines().size(), chunk.newLines());
        }
        // A trailing empty line stands for the file's final newline, which is no line of its own.
        if (chunk.oldLines().getLast().isEmpty()) {
            var wanted = withoutLast(chunk.oldLines());
            var lines =
                    !chunk.newLines().isEmpty() && chunk.newLines().getLast().isEmpty()
                            ? withoutLast(chunk.newLines())
                            : chunk.newLines();
            place = LineMatcher.find(file, wanted, from, chunk.atEndOfFile());
            if (place >= 0) {
                return new Replacement(place, wanted.size(), lines);
            }
        }
        throw new PatchException(
                "Failed to find expected lines in " + path + ":\n" + String.join("\n", chunk.oldLines()));
    }

    private static List<String> withoutLast(List<String> lines) {
        return lines.subList(0, lines.size() - 1);
    }
}
