package dev.bobbin.appserver.tool.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Unified hunks between two texts, without file headers; lines keep their own endings. */
public final class UnifiedDiff {
    private static final String NO_NEWLINE = "\n\\ No newline at end of file\n";

    private final List<String> before;
    private final List<String> after;
    private final int context;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(String before, String after, int context) {
        this.before = lines(before);
        this.after = lines(after);
        this.context = context;
    }

    /**
     * The hunks, or an empty text where nothing differs.
     *
     * @param context how many unchanged lines to show around a change
     */
    public static String hunks(String before, String after, int context) {
        var diff = new UnifiedDiff(before, after, context);
        var group = new ArrayList<AbstractDelta<String>>();
        for (var delta : DiffUtils.diff(diff.before, diff.after).getDeltas()) {
            if (!group.isEmpty() && start(delta) - end(group.getLast()) > 2 * context) {
                diff.hunk(group);
                group.clear();
            }
            group.add(delta);
        }
        if (!group.isEmpty()) {
            diff.hunk(group);
        }
        return diff.out.toString();
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return start(delta) + delta.getSource().size();
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var from = 0;
        while (from < text.length()) {
            var newline = text.indexOf('\n', from);
            var next = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    private void hunk(List<AbstractDelta<String>> group) {
        var first = group.getFirst();
        var last = group.getLast();
        var from = Math.max(0, start(first) - context);
        var to = Math.min(before.size(), end(last) + context);
        var newFrom = first.getTarget().getPosition() - (start(first) - from);
        var newTo = last.getTarget().getPosition() + last.getTarget().size() + (to - end(last));
        out.append("@@ -").append(range(from, to - from)).append(" +").append(range(newFrom, newTo - newFrom));
        out.append(" @@\n");
        var at = from;
        for (var delta : group) {
            before.subList(at, start(delta)).forEach(line -> line(' ', line));
            delta.getSource().getLines().forEach(line -> line('-', line));
            delta.getTarget().getLines().forEach(line -> line('+', line));
            at = end(delta);
        }
        before.subList(at, to).forEach(line -> line(' ', line));
    }

    private static String range(int from, int length) {
        if (length == 1) {
            return Integer.toString(from + 1);
        }
        return (length == 0 ? from : from + 1) + "," + length;
    }

    private void line(char mark, String line) {
        out.append(mark).append(line);
        if (!line.endsWith("\n")) {
            out.append(NO_NEWLINE);
        }
    }
}
