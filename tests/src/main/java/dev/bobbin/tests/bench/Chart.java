package dev.bobbin.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A chart of lines over a common axis, and what several of them look like below each other: plain SVG that follows the
 * reader's choice of light or dark. Not for several threads.
 *
 * <pre>{@code
 * new Chart("memory, MiB", "minutes").line("resident", points).line("live", others).write(file);
 * }</pre>
 */
public final class Chart {
    /** One measurement. Of a logarithmic axis, only what is above zero is drawn. */
    public record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    private static final int WIDTH = 760;
    private static final int HEIGHT = 200;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    private static final int BOTTOM = 34;

    /** An average letter of the legend, in pixels, and what stands beside it. */
    private static final int LETTER = 7;

    private static final int LEGEND_GAP = 34;

    static final String STYLE = """
        <style>
        text { font: 12px system-ui, sans-serif; fill: #52514e }
        .title { font-weight: 600; fill: #0b0b0b }
        .back { fill: #fcfcfb }
        .grid { stroke: #e1e0d9; stroke-width: 1 }
        .axis { stroke: #c3c2b7; stroke-width: 1 }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round }
        .s0 { stroke: #2a78d6 } .s1 { stroke: #eb6834 } .s2 { stroke: #1baf7a }
        .s3 { stroke: #eda100 } .s4 { stroke: #4a3aa7 } .s5 { stroke: #e34948 }
        @media (prefers-color-scheme: dark) {
        text { fill: #c3c2b7 } .title { fill: #ffffff } .back { fill: #1a1a19 }
        .grid { stroke: #2c2c2a } .axis { stroke: #383835 }
        .s0 { stroke: #3987e5 } .s1 { stroke: #d95926 } .s2 { stroke: #199e70 }
        .s3 { stroke: #c98500 } .s4 { stroke: #9085e9 } .s5 { stroke: #e66767 }
        }
        </style>
        """;

    private static final int COLOURS = 6;

    private final String title;
    private final String xName;
    private final List<Line> lines = new ArrayList<>();
    private boolean logX;
    private boolean logY;

    /**
     * An empty chart.
     *
     * @param title what is drawn, with its unit
     * @param xName what it is drawn over, with its unit
     */
    public Chart(String title, String xName) {
        this.title = title;
        this.xName = xName;
    }

    /** Makes the horizontal axis logarithmic. */
    public Chart logX() {
        logX = true;
        return this;
    }

    /** Makes the vertical axis logarithmic. Otherwise it begins at zero. */
    public Chart logY() {
        logY = true;
        return this;
    }

    /** Adds a line through points in order of their x; at most six in one chart. */
    public Chart line(String name, List<Point> points) {
        if (lines.size() == COLOURS) {
            throw new IllegalStateException("there is no colour left for " + name);
        }
        lines.add(new Line(
                name,
                points.stream()
                        .filter(point -> (!logX || point.x() > 0) && (!logY || point.y() > 0))
                        .toList()));
        return this;
    }

    /** Writes this chart alone. */
    public void write(Path file) throws IOException {
        write(file, List.of(this));
    }

    /** Writes charts below each other. */
    public static void write(Path file, List<Chart> charts) throws IOException {
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\">\n"
                .formatted(WIDTH, HEIGHT * charts.size()));
        svg.append(STYLE);
        svg.append("<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n");
        for (var i = 0; i < charts.size(); i++) {
            svg.append("<g transform=\"translate(0 %d)\">\n".formatted(i * HEIGHT));
            charts.get(i).draw(svg);
            svg.append("</g>\n");
        }
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private void draw(StringBuilder svg) {
        var x = ChartAxis.over(values(Point::x), logX, false, LEFT, WIDTH - RIGHT);
        var y = ChartAxis.over(values(Point::y), logY, true, HEIGHT - BOTTOM, TOP);
        svg.append("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>\n".formatted(LEFT, escaped(title)));
        for (var tick : y.ticks()) {
            var at = number(y.pixel(tick));
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%3$s\"/>"
                    .formatted(LEFT, WIDTH - RIGHT, at));
            svg.append("<text text-anchor=\"end\" dy=\"4\" x=\"%d\" y=\"%s\">%s</text>\n"
                    .formatted(LEFT - 6, at, ChartAxis.label(tick)));
        }
        svg.append("<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%3$d\"/>\n"
                .formatted(LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM));
        for (var tick : x.ticks()) {
            svg.append("<text text-anchor=\"middle\" x=\"%s\" y=\"%d\">%s</text>\n"
                    .formatted(number(x.pixel(tick)), HEIGHT - BOTTOM + 16, ChartAxis.label(tick)));
        }
        svg.append("<text text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(WIDTH - RIGHT, HEIGHT - 4, escaped(xName)));
        drawLines(svg, x, y);
        if (lines.size() > 1) {
            legend(svg);
        }
    }

    private double[] values(ToDoubleFunction<Point> value) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(value)
                .toArray();
    }

    private void drawLines(StringBuilder svg, ChartAxis x, ChartAxis y) {
        for (var i = 0; i < lines.size(); i++) {
            svg.append("<polyline class=\"line s%d\" points=\"".formatted(i));
            for (var point : lines.get(i).points()) {
                svg.append(number(x.pixel(point.x())))
                        .append(',')
                        .append(number(y.pixel(point.y())))
                        .append(' ');
            }
            svg.append("\"/>\n");
        }
    }

    /** From the right, on the title's height. */
    private void legend(StringBuilder svg) {
        var right = WIDTH - RIGHT;
        for (var i = lines.size() - 1; i >= 0; i--) {
            var name = lines.get(i).name();
            right -= name.length() * LETTER;
            svg.append("<line class=\"line s%d\" x1=\"%d\" x2=\"%d\" y1=\"16\" y2=\"16\"/>"
                    .formatted(i, right - 20, right - 4));
            svg.append("<text x=\"%d\" y=\"20\">%s</text>\n".formatted(right, escaped(name)));
            right -= LEGEND_GAP;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
