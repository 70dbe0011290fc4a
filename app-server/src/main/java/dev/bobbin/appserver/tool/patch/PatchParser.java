package dev.bobbin.appserver.tool.patch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the patch language. Not safe for use from several threads: make one for each patch.
 *
 * <pre>{@code
 * *** Begin Patch
 * *** Add File: new.txt
 * +its lines
 * *** Delete File: old.txt
 * *** Update File: src/Main.java
 * *** Move to: src/App.java
 * @@ class Main
 *  kept
 * -removed
 * +added
 * *** End of File
 * *** End Patch
 * }</pre>
 */
public final class PatchParser {
    private static final String BEGIN = "*** Begin Patch";
    private static final String END = "*** End Patch";
    private static final String ADD = "*** Add File: ";
    private static final String DELETE = "*** Delete File: ";
    private static final String UPDATE = "*** Update File: ";
    private static final String MOVE = "*** Move to: ";
    private static final String END_OF_FILE = "*** End of File";
    private static final String CONTEXT = "@@ ";
    private static final String NO_CONTEXT = "@@";

    private final List<String> lines;
    private int at;

    private PatchParser(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a patch, which may change nothing. Text around it in a shell's here-document form ({@code <<EOF … EOF}) is dropped.
     *
     * @throws PatchException if it does not follow the grammar; the message names the line, counted from 1
     */
    public static Patch parse(String text) throws PatchException {
        var lines = withoutHereDocument(text.strip().lines().toList());
        if (lines.isEmpty() || !lines.getFirst().strip().equals(BEGIN)) {
            throw new PatchException("invalid patch: The first line of the patch must be '" + BEGIN + "'");
        }
        if (!lines.getLast().strip().equals(END)) {
            throw new PatchException("invalid patch: The last line of the patch must be '" + END + "'");
        }
        var parser = new PatchParser(lines);
        parser.at = 1;
        return new Patch(parser.changes());
    }

    private static List<String> withoutHereDocument(List<String> lines) {
        if (lines.size() < 4) {
            return lines;
        }
        var first = lines.getFirst();
        var opens = first.equals("<<EOF") || first.equals("<<'EOF'") || first.equals("<<\"EOF\"");
        return opens && lines.getLast().endsWith("EOF") ? lines.subList(1, lines.size() - 1) : lines;
    }

    private List<Patch.FileChange> changes() throws PatchException {
        var changes = new ArrayList<Patch.FileChange>();
        while (at < lines.size() - 1) {
            var line = lines.get(at).strip();
            if (line.startsWith(ADD)) {
                changes.add(add(line.substring(ADD.length())));
            } else if (line.startsWith(DELETE)) {
                at++;
                changes.add(new Patch.Delete(line.substring(DELETE.length())));
            } else if (line.startsWith(UPDATE)) {
                changes.add(update(line.substring(UPDATE.length())));
            } else {
                throw invalid("'" + line + "' is not a valid hunk header. Valid hunk headers: '" + ADD + "{path}', '"
                        + DELETE + "{path}', '" + UPDATE + "{path}'");
            }
        }
        return List.copyOf(changes);
    }

    private Patch.Add add(String path) {
        at++;
        var content = new StringBuilder();
        while (lines.get(at).startsWith("+")) {
            content.append(lines.get(at), 1, lines.get(at).length()).append('\n');
            at++;
        }
        return new Patch.Add(path, content.toString());
    }

    private Patch.Update update(String path) throws PatchException {
        var header = at;
        at++;
        String moveTo = null;
        if (lines.get(at).startsWith(MOVE)) {
            moveTo = lines.get(at).substring(MOVE.length());
            at++;
        }
        var chunks = new ArrayList<Patch.Chunk>();
        while (at < lines.size() - 1 && !isFileHeader(lines.get(at))) {
            if (lines.get(at).isBlank()) {
                at++;
            } else {
                chunks.add(chunk(chunks.isEmpty()));
            }
        }
        if (chunks.isEmpty()) {
            at = header;
            throw invalid("Update file hunk for path '" + path + "' is empty");
        }
        return new Patch.Update(path, moveTo, List.copyOf(chunks));
    }

    private static boolean isFileHeader(String line) {
        return line.startsWith("***") && !line.startsWith(END_OF_FILE);
    }

    private Patch.Chunk chunk(boolean contextOptional) throws PatchException {
        var context = context(contextOptional);
        var oldLines = new ArrayList<String>();
        var newLines = new ArrayList<String>();
        var start = at;
        while (at < lines.size() - 1) {
            var line = lines.get(at);
            if (line.startsWith(END_OF_FILE)) {
                requireLines(at > start);
                at++;
                return new Patch.Chunk(context, List.copyOf(oldLines), List.copyOf(newLines), true);
            }
            if (!take(line, oldLines, newLines)) {
                break;
            }
            at++;
        }
        requireLines(at > start);
        return new Patch.Chunk(context, List.copyOf(oldLines), List.copyOf(newLines), false);
    }

    private @Nullable String context(boolean optional) throws PatchException {
        var line = lines.get(at);
        if (line.equals(NO_CONTEXT)) {
            at++;
            return null;
        }
        if (line.startsWith(CONTEXT)) {
            at++;
            return line.substring(CONTEXT.length());
        }
        if (!optional) {
            throw invalid("Expected update hunk to start with a @@ context marker, got: '" + line + "'");
        }
        return null;
    }

    /** Takes one line into the chunk. False if the line belongs to what follows. */
    private static boolean take(String line, List<String> oldLines, List<String> newLines) {
        if (line.isEmpty()) {
            oldLines.add("");
            newLines.add("");
            return true;
        }
        var rest = line.substring(1);
        switch (line.charAt(0)) {
            case ' ' -> {
                oldLines.add(rest);
                newLines.add(rest);
            }
            case '-' -> oldLines.add(rest);
            case '+' -> newLines.add(rest);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void requireLines(boolean some) throws PatchException {
        if (!some) {
            throw invalid(
                    at < lines.size() - 1
                            ? "Unexpected line found in update hunk: '" + lines.get(at)
                                    + "'. Every line should start with ' ' (context line), '+' (added line), or '-' (removed line)"
                            : "Update hunk does not contain any lines");
        }
    }

    private PatchException invalid(String what) {
        return new PatchException("invalid hunk at line " + (at + 1) + ", " + what);
    }
}
