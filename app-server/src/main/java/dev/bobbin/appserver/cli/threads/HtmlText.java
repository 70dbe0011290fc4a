package dev.bobbin.appserver.cli.threads;

import java.util.ArrayList;
import java.util.List;

/**
 * Foreign text as HTML: escaped, always. Of Markdown only what conversations live from is shown as such (fenced blocks,
 * headings, lists, tables, code and strong words); the rest stays readable as it was written. No link or image is made, so that a
 * page never leads or reaches out of itself.
 */
final class HtmlText {
    private static final int MAX_NUMBER_LENGTH = 6;

    private final StringBuilder out;
    private final List<String> paragraph = new ArrayList<>();
    /** The element of the list that is open; empty if none is. */
    private String list = "";

    private HtmlText(StringBuilder out) {
        this.out = out;
    }

    /** Appends text, safe within an element and within a quoted attribute. */
    static void escape(String text, StringBuilder out) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
    }

    /** Appends Markdown. */
    static void markdown(String text, StringBuilder out) {
        var html = new HtmlText(out);
        var lines = text.lines().toList();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (MarkdownTable.begins(lines, at)) {
                at = html.table(lines, at);
                continue;
            }
            var fence = fence(line);
            if (fence.isEmpty()) {
                html.line(line);
                continue;
            }
            html.flush();
            out.append("<pre><code>");
            for (at++; at < lines.size() && !closes(lines.get(at), fence); at++) {
                escape(lines.get(at), out);
                out.append('\n');
            }
            out.append("</code></pre>\n");
        }
        html.flush();
    }

    /** The marks that open a block; empty if the line opens none. */
    private static String fence(String line) {
        var stripped = line.strip();
        var mark = stripped.startsWith("```") ? '`' : stripped.startsWith("~~~") ? '~' : 0;
        var length = 0;
        while (mark != 0 && length < stripped.length() && stripped.charAt(length) == mark) {
            length++;
        }
        var info = stripped.substring(length);
        return mark == '`' && info.indexOf('`') >= 0 ? "" : stripped.substring(0, length);
    }

    private static boolean closes(String line, String fence) {
        var stripped = line.strip();
        return stripped.startsWith(fence) && stripped.chars().allMatch(c -> c == fence.charAt(0));
    }

    private void line(String line) {
        var stripped = line.strip();
        if (stripped.isEmpty()) {
            flush();
        } else if (stripped.startsWith("#")
                && stripped.replaceFirst("^#{1,6}", "").startsWith(" ")) {
            flush();
            out.append("<h4>");
            inline(stripped.replaceFirst("^#{1,6}\\s+", ""));
            out.append("</h4>\n");
        } else if (stripped.startsWith("- ") || stripped.startsWith("* ")) {
            listItem("ul", "<ul>", stripped.substring(2));
        } else if (numberLength(stripped) > 0) {
            var length = numberLength(stripped);
            listItem("ol", "<ol start=\"" + stripped.substring(0, length) + "\">", stripped.substring(length + 2));
        } else {
            endList();
            paragraph.add(line);
        }
    }

    /** How many digits begin a line of a numbered list; 0 if the line is none. */
    private static int numberLength(String line) {
        var length = 0;
        while (length < MAX_NUMBER_LENGTH && length < line.length() && isDigit(line.charAt(length))) {
            length++;
        }
        return line.startsWith(". ", length) || line.startsWith(") ", length) ? length : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void listItem(String element, String opening, String text) {
        endParagraph();
        if (!list.equals(element)) {
            endList();
            out.append(opening);
            list = element;
        }
        out.append("<li>");
        inline(text);
        out.append("</li>\n");
    }

    /** Returns the table's last line. */
    private int table(List<String> lines, int first) {
        flush();
        var table = MarkdownTable.read(lines, first);
        out.append("<div class=\"table\"><table>\n");
        row("th", table.head());
        table.rows().forEach(row -> row("td", row));
        out.append("</table></div>\n");
        return table.lastLine();
    }

    private void row(String element, List<String> cells) {
        out.append("<tr>");
        for (var cell : cells) {
            out.append('<').append(element).append('>');
            inline(cell);
            out.append("</").append(element).append('>');
        }
        out.append("</tr>\n");
    }

    private void flush() {
        endParagraph();
        endList();
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            out.append("<p>");
            inline(String.join("\n", paragraph));
            out.append("</p>\n");
            paragraph.clear();
        }
    }

    private void endList() {
        if (!list.isEmpty()) {
            out.append("</").append(list).append(">\n");
            list = "";
        }
    }

    /** Text with code and strong words in it. */
    private void inline(String text) {
        var at = 0;
        while (at < text.length()) {
            var mark = text.charAt(at) == '`' ? "`" : text.startsWith("**", at) ? "**" : "";
            var end = mark.isEmpty() ? -1 : text.indexOf(mark, at + mark.length());
            if (end > at + mark.length()) {
                var element = mark.equals("`") ? "code" : "strong";
                out.append('<').append(element).append('>');
                escape(text.substring(at + mark.length(), end), out);
                out.append("</").append(element).append('>');
                at = end + mark.length();
            } else {
                escape(text.substring(at, at + 1), out);
                at++;
            }
        }
    }
}
