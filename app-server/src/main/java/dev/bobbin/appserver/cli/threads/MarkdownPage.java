package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Plain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread as Markdown: what was said stands as it was said, what was done stands in fenced blocks, so that nothing in an
 * output is taken for Markdown.
 */
final class MarkdownPage {
    private static final int TITLE_WIDTH = 80;
    private static final int PICTURE_WIDTH = 200;

    private final StringBuilder out = new StringBuilder(4096);
    private final Document document;

    private MarkdownPage(Document document) {
        this.document = document;
    }

    static String of(Document document) {
        var page = new MarkdownPage(document);
        page.write();
        return page.out.toString();
    }

    private void write() {
        out.append("# ")
                .append(escaped(Plain.line(Table.called(document.thread()), TITLE_WIDTH)))
                .append("\n\n");
        Facts.of(document)
                .forEach((name, value) -> out.append("- **")
                        .append(name)
                        .append("**: ")
                        .append(code(Plain.line(value)))
                        .append('\n'));
        var number = 0;
        for (var turn : document.turns()) {
            out.append("\n## Turn ")
                    .append(++number)
                    .append(" (")
                    .append(turn.status().wireName());
            var time = time(turn.startedAt());
            out.append(time == null ? "" : ", " + time).append(")\n");
            for (var item : turn.items()) {
                Block.of(item).forEach(this::block);
            }
            if (turn.error() != null) {
                out.append("\n**Error**\n");
                fenced("", turn.error().message());
            }
        }
    }

    private @Nullable String time(@Nullable Long seconds) {
        return seconds == null ? null : Table.time(Instant.ofEpochSecond(seconds), document.zone());
    }

    private void block(Block block) {
        switch (block) {
            case Block.Said it ->
                out.append("\n### ")
                        .append(it.speaker().shown())
                        .append("\n\n")
                        .append(it.text().strip())
                        .append('\n');
            case Block.Deed it -> deed(it);
            case Block.Picture it ->
                out.append("\n*")
                        .append(escaped(Plain.line(it.caption())))
                        .append("*: ")
                        .append(code(Plain.line(it.source(), PICTURE_WIDTH)))
                        .append('\n');
            case Block.Remark it ->
                out.append("\n*").append(escaped(Plain.line(it.text()))).append("*\n");
        }
    }

    private void deed(Block.Deed deed) {
        out.append("\n**").append(code(Plain.line(deed.title()))).append("**");
        out.append(deed.state().isEmpty() ? "" : " (" + deed.state() + ")").append('\n');
        for (var part : deed.parts()) {
            if (!part.label().isEmpty()) {
                out.append('\n').append(escaped(Plain.line(part.label()))).append(":\n");
            }
            if (!part.text().isEmpty()) {
                fenced(part.language(), part.text());
            }
        }
    }

    private void fenced(String language, String text) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        out.append('\n').append(fence).append(language).append('\n').append(text);
        out.append(text.endsWith("\n") ? "" : "\n").append(fence).append('\n');
    }

    private static String code(String line) {
        var fence = "`".repeat(longestRun(line) + 1);
        var apart = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + apart + line + apart + fence;
    }

    private static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** A line in which nothing is Markdown or HTML. */
    private static String escaped(String line) {
        var escaped = new StringBuilder(line.length());
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if ("\\`*_{}[]<>#|~!&".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
