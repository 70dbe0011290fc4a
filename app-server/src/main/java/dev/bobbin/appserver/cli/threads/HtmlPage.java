package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.protocol.v2.turn.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A thread as one HTML file that needs nothing else: no script, no font, no image from elsewhere, which its content security
 * policy also forbids. Everything that comes from the thread is escaped.
 */
final class HtmlPage {
    private static final int TITLE_WIDTH = 80;
    private static final int LABEL_WIDTH = 200;

    private final StringBuilder out = new StringBuilder(16 << 10);
    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    static String of(Document document) {
        var page = new HtmlPage(document);
        page.write();
        return page.out.toString();
    }

    private void write() {
        var title = Plain.line(Table.called(document.thread()), TITLE_WIDTH);
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
        out.append(" style-src 'unsafe-inline'; img-src data:\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        HtmlText.escape(title, out);
        out.append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n<header>\n<h1>");
        HtmlText.escape(title, out);
        out.append("</h1>\n<dl>\n");
        Facts.of(document).forEach(this::fact);
        out.append("</dl>\n</header>\n<main>\n");
        var number = 0;
        for (var turn : document.turns()) {
            turn(turn, ++number);
        }
        out.append("</main>\n</body>\n</html>\n");
    }

    private static String style() {
        try (var in = HtmlPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks page.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fact(String name, String value) {
        out.append("<div><dt>").append(name).append("</dt><dd>");
        HtmlText.escape(Plain.line(value, LABEL_WIDTH), out);
        out.append("</dd></div>\n");
    }

    private void turn(Turn turn, int number) {
        out.append("<section id=\"turn-")
                .append(number)
                .append("\">\n<h2><a href=\"#turn-")
                .append(number);
        out.append("\">Turn ")
                .append(number)
                .append("</a> <small class=\"")
                .append(turn.status().wireName());
        out.append("\">").append(turn.status().wireName()).append("</small>");
        if (turn.startedAt() != null) {
            var time = Table.time(Instant.ofEpochSecond(turn.startedAt()), document.zone());
            out.append(" <time>").append(time).append("</time>");
        }
        out.append("</h2>\n");
        for (var item : turn.items()) {
            Block.of(item).forEach(this::block);
        }
        if (turn.error() != null) {
            out.append("<p class=\"error\">");
            HtmlText.escape(turn.error().message(), out);
            out.append("</p>\n");
        }
        out.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Said it -> {
                var speaker = it.speaker().shown();
                out.append("<article class=\"")
                        .append(speaker)
                        .append("\">\n<h3>")
                        .append(speaker)
                        .append("</h3>\n");
                HtmlText.markdown(it.text(), out);
                out.append("</article>\n");
            }
            case Block.Deed it -> deed(it);
            case Block.Picture it -> picture(it);
            case Block.Remark it -> {
                out.append("<p class=\"remark\">");
                HtmlText.escape(it.text(), out);
                out.append("</p>\n");
            }
        }
    }

    private void deed(Block.Deed deed) {
        out.append("<details><summary><code>");
        HtmlText.escape(Plain.line(deed.title(), LABEL_WIDTH), out);
        out.append("</code> <small>");
        HtmlText.escape(deed.state(), out);
        out.append("</small></summary>\n");
        if (deed.title().length() > LABEL_WIDTH) {
            out.append("<pre>");
            HtmlText.escape(deed.title(), out);
            out.append("</pre>\n");
        }
        for (var part : deed.parts()) {
            part(part);
        }
        out.append("</details>\n");
    }

    private void part(Block.Part part) {
        if (!part.label().isEmpty()) {
            out.append("<p class=\"label\">");
            HtmlText.escape(part.label(), out);
            out.append("</p>\n");
        }
        if (part.text().isEmpty()) {
            return;
        }
        switch (part.language()) {
            case "markdown" -> HtmlText.markdown(part.text(), out);
            case "diff" -> diff(part.text());
            default -> {
                out.append("<pre>");
                HtmlText.escape(part.text(), out);
                out.append("</pre>\n");
            }
        }
    }

    private void diff(String text) {
        out.append("<pre class=\"diff\">");
        text.lines().forEach(line -> {
            var kind = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
            out.append('<').append(kind).append('>');
            HtmlText.escape(line, out);
            out.append("</").append(kind).append(">\n");
        });
        out.append("</pre>\n");
    }

    private void picture(Block.Picture picture) {
        out.append("<figure>");
        if (isInlineImage(picture.source())) {
            out.append("<img alt=\"\" src=\"");
            HtmlText.escape(picture.source(), out);
            out.append("\">");
        }
        out.append("<figcaption>");
        HtmlText.escape(picture.caption(), out);
        if (!picture.source().startsWith("data:")) {
            out.append(": <code>");
            HtmlText.escape(picture.source(), out);
            out.append("</code>");
        }
        out.append("</figcaption></figure>\n");
    }

    /** Only pixels: an SVG could hold more. */
    private static boolean isInlineImage(String source) {
        return source.startsWith("data:image/png;base64,")
                || source.startsWith("data:image/jpeg;base64,")
                || source.startsWith("data:image/gif;base64,")
                || source.startsWith("data:image/webp;base64,");
    }
}
