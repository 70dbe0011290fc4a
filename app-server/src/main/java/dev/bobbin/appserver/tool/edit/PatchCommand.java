package dev.bobbin.appserver.tool.edit;

import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.shell.ShellScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patch that a model applies by a shell script instead of by the tool: {@code apply_patch <<'EOF' … EOF}, perhaps after
 * {@code cd folder &&}, or with the patch as the argument.
 *
 * @param text the patch
 * @param cwd what its paths are relative to
 */
public record PatchCommand(String text, Path cwd) {
    private static final Set<String> NAMES = Set.of("apply_patch", "applypatch");
    private static final String BEGIN = "*** Begin Patch";
    private static final String HERE = "<<";

    /**
     * Finds the patch in a script.
     *
     * @return null if the script is something else
     * @throws ToolFailure if the script is a patch and nothing that applies it
     */
    public static @Nullable PatchCommand in(String script, Path cwd) throws ToolFailure {
        var text = script.strip();
        if (text.startsWith(BEGIN)) {
            throw new ToolFailure(
                    "apply_patch verification failed: patch detected without explicit call to apply_patch. "
                            + "Rerun as [\"apply_patch\", \"<patch>\"]");
        }
        if (NAMES.stream().noneMatch(text::contains)) {
            return null;
        }
        var here = text.indexOf(HERE);
        var argument = here < 0 || text.indexOf(BEGIN) < here;
        return argument ? fromArgument(text, cwd) : fromHereDocument(text, here, cwd);
    }

    private static @Nullable PatchCommand fromArgument(String text, Path cwd) {
        var script = ShellScript.parse(text).orElse(null);
        if (script == null) {
            return null;
        }
        var last = script.commands().getLast().words();
        var folder = folder(script, cwd);
        return last.size() == 2 && NAMES.contains(last.getFirst()) && folder != null
                ? new PatchCommand(last.getLast(), folder)
                : null;
    }

    private static @Nullable PatchCommand fromHereDocument(String text, int here, Path cwd) {
        var script = ShellScript.parse(text.substring(0, here)).orElse(null);
        var lineEnd = text.indexOf('\n', here);
        if (script == null || lineEnd < 0 || !isCall(script.commands().getLast().words())) {
            return null;
        }
        var folder = folder(script, cwd);
        var delimiter = unquoted(text.substring(here + HERE.length(), lineEnd).strip());
        var end = text.lastIndexOf('\n');
        var isClosed = end >= lineEnd && text.substring(end + 1).equals(delimiter);
        return folder == null || delimiter.isEmpty() || !isClosed
                ? null
                : new PatchCommand(text.substring(lineEnd + 1, Math.max(end, lineEnd + 1)), folder);
    }

    private static boolean isCall(List<String> words) {
        return words.size() == 1 && NAMES.contains(words.getFirst());
    }

    /** Where the patch is applied; null if anything but one change of folder comes before it. */
    private static @Nullable Path folder(ShellScript script, Path cwd) {
        var commands = script.commands();
        if (commands.size() == 1) {
            return cwd;
        }
        var first = commands.getFirst().words();
        return commands.size() == 2
                        && commands.getLast().join() == ShellScript.Join.AND
                        && first.size() == 2
                        && first.getFirst().equals("cd")
                ? cwd.resolve(first.getLast()).normalize()
                : null;
    }

    private static String unquoted(String delimiter) {
        var isQuoted = delimiter.length() > 2
                && (delimiter.startsWith("'") || delimiter.startsWith("\""))
                && delimiter.charAt(0) == delimiter.charAt(delimiter.length() - 1);
        var word = isQuoted ? delimiter.substring(1, delimiter.length() - 1) : delimiter;
        return word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_') ? word : "";
    }
}
