package dev.bobbin.appserver.cli.threads;

import java.util.ArrayList;
import java.util.List;

/**
 * Foreign text as HTML: escaped, always. Of Markdown only what conversations live from is shown as such (fenced blocks,
 * headings, lists, code and strong words); the rest stays readable as it was written. No link or image is made, so that a
 * page never leads or reaches out of itself.
 */
final class HtmlText {
    private final StringBuilder out;
    private final List<String> paragraph = new ArrayList<>();
    private boolean inList;

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
            endParagraph();
            out.append(inList ? "<li>" : "<ul><li>");
            inList = true;
            inline(stripped.substring(2));
            out.append("</li>\n");
        } else {
            endList();
            paragraph.add(line);
        }
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
        if (inList) {
            out.append("</ul>\n");
            inList = false;
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
