package dev.bobbin.tests.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures that depend on a size: a table in Markdown, printed row by row, and charts of its columns. For one thread. */
final class FigureTable {
    /** From here on, digits behind the point say nothing. */
    private static final double LARGE = 20;

    private final String sizeName;
    private final List<String> columns;
    private final Map<String, List<Chart.Point>> points = new LinkedHashMap<>();

    /** Prints the head of the table. */
    FigureTable(String sizeName, List<String> columns) {
        this.sizeName = sizeName;
        this.columns = columns;
        columns.forEach(column -> points.put(column, new ArrayList<>()));
        IO.println("\n| " + sizeName + " | " + String.join(" | ", columns) + " |");
        IO.println("|---" + "|---".repeat(columns.size()) + "|");
    }

    /** Adds and prints the figures for one size; a column may be missing. */
    void row(long size, Map<String, Double> figures) {
        figures.forEach((column, figure) ->
                points.computeIfAbsent(column, _ -> new ArrayList<>()).add(new Chart.Point(size, figure)));
        IO.println("| " + String.format(Locale.ROOT, "%,d", size) + " | "
                + columns.stream()
                        .map(column -> figures.containsKey(column) ? text(figures.getOrDefault(column, 0.0)) : "")
                        .collect(Collectors.joining(" | "))
                + " |");
    }

    private static String text(double figure) {
        return String.format(Locale.ROOT, figure < LARGE ? "%.1f" : "%,.0f", figure);
    }

    /** A chart of some columns over the size, both axes logarithmic. */
    Chart chart(String title, List<String> drawn) {
        var chart = new Chart(title, sizeName).logX().logY();
        drawn.forEach(column -> chart.line(column, points.getOrDefault(column, List.of())));
        return chart;
    }
}
