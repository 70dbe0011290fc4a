package dev.bobbin.appserver.cli.threads;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as Markdown writes it: a line of cells between bars, a line of dashes, and more lines of cells.
 *
 * @param lastLine where it ends among the lines that it was read from
 */
record MarkdownTable(List<String> head, List<List<String>> rows, int lastLine) {
    /** Whether a table begins at that line. */
    static boolean begins(List<String> lines, int at) {
        return isRow(lines.get(at)) && at + 1 < lines.size() && isRule(lines.get(at + 1));
    }

    static MarkdownTable read(List<String> lines, int first) {
        var rows = new ArrayList<List<String>>();
        var at = first + 2;
        while (at < lines.size() && isRow(lines.get(at))) {
            rows.add(cells(lines.get(at)));
            at++;
        }
        return new MarkdownTable(cells(lines.get(first)), rows, at - 1);
    }

    private static boolean isRow(String line) {
        return line.strip().startsWith("|");
    }

    private static boolean isRule(String line) {
        return isRow(line)
                && line.indexOf('-') >= 0
                && line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ');
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var text = line.strip();
        for (var i = 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }
}
