package dev.bobbin.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of shares of a whole, one bar below the other, in the looks of {@link Chart}. Not for several threads. */
final class BarChart {
    private record Bar(String name, double share) {}

    private static final int WIDTH = 760;
    private static final int LEFT = 290;
    private static final int RIGHT = 60;
    private static final int TOP = 40;
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final int BOTTOM = 28;
    private static final double MOST = 1.2;

    private final String title;
    private final String whole;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * An empty chart.
     *
     * @param whole what a share of 1 is
     */
    BarChart(String title, String whole) {
        this.title = title;
        this.whole = whole;
    }

    /** Adds a bar; what is longer than the chart ends at its edge. */
    BarChart bar(String name, double share) {
        bars.add(new Bar(name, share));
        return this;
    }

    void write(Path file) throws IOException {
        var height = TOP + ROW * bars.size() + BOTTOM;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\">\n"
                .formatted(WIDTH, height));
        svg.append(Chart.STYLE);
        svg.append("<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n");
        svg.append("<text class=\"title\" x=\"16\" y=\"24\">%s</text>\n".formatted(title));
        for (var i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), TOP + i * ROW);
        }
        var end = TOP + ROW * bars.size();
        svg.append("<line class=\"axis\" x1=\"%d\" x2=\"%1$d\" y1=\"%d\" y2=\"%d\"/>\n".formatted(LEFT, TOP - 6, end));
        var one = number(pixel(1));
        svg.append("<line class=\"axis\" stroke-dasharray=\"4 3\" x1=\"%s\" x2=\"%1$s\" y1=\"%d\" y2=\"%d\"/>\n"
                .formatted(one, TOP - 6, end));
        svg.append("<text text-anchor=\"middle\" x=\"%s\" y=\"%d\">%s</text>\n".formatted(one, end + 18, whole));
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private static void draw(StringBuilder svg, Bar bar, int y) {
        svg.append("<text text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>".formatted(LEFT - 8, y + 11, bar.name()));
        svg.append("<line class=\"s0\" stroke-width=\"%d\" x1=\"%d\" x2=\"%s\" y1=\"%d\" y2=\"%4$d\"/>"
                .formatted(BAR, LEFT, number(pixel(Math.min(bar.share(), MOST))), y + BAR / 2));
        svg.append("<text x=\"%s\" y=\"%d\">%s</text>\n"
                .formatted(number(pixel(Math.min(bar.share(), MOST)) + 6), y + 11, shareText(bar.share())));
    }

    /** Two digits that matter. */
    static String shareText(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.3f" : "%.2f", share);
    }

    private static double pixel(double share) {
        return LEFT + share / MOST * (WIDTH - LEFT - RIGHT);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
