package dev.bobbin.tests.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where values lie on one side of a chart.
 *
 * @param low the value at {@code from}, its logarithm to base 10 on a logarithmic axis; so is {@code high} at {@code to}
 * @param from in pixels; so is {@code to}
 */
record ChartAxis(boolean isLog, double low, double high, double from, double to) {
    private static final int STEPS = 5;

    /** An axis that holds all these values, with round ends where {@code isRounded}. */
    static ChartAxis over(double[] values, boolean isLog, boolean isRounded, double from, double to) {
        var least = Arrays.stream(values).min().orElse(1);
        var most = Arrays.stream(values).max().orElse(1);
        if (isLog) {
            var low = Math.log10(least);
            var high = Math.log10(most);
            var rounded = isRounded || low == high;
            return new ChartAxis(
                    true,
                    rounded ? Math.floor(low) : low,
                    rounded ? Math.max(Math.ceil(high), Math.floor(low) + 1) : high,
                    from,
                    to);
        }
        var low = Math.min(0, least);
        var step = step(most - low);
        return new ChartAxis(false, low, isRounded ? Math.ceil(most / step) * step : Math.max(most, step), from, to);
    }

    /** A round number of which about five fit. */
    private static double step(double range) {
        var rough = range <= 0 ? 1 : range / STEPS;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (var factor : new double[] {1, 2, 5}) {
            if (rough <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Where to put a value. */
    double pixel(double value) {
        var place = isLog ? Math.log10(value) : value;
        return high == low ? from : from + (place - low) / (high - low) * (to - from);
    }

    /** The values to name, from the least. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        if (isLog) {
            for (var power = Math.ceil(low); power <= high; power++) {
                ticks.add(Math.pow(10, power));
            }
            return ticks;
        }
        var step = step(high - low);
        for (var i = Math.ceil(low / step); i * step <= high * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A value as a reader writes it: {@code 0.5}, {@code 20}, {@code 5k}, {@code 1M}. */
    static String label(double value) {
        if (value >= 1_000_000) {
            return plain(value / 1_000_000) + "M";
        }
        return value >= 10_000 ? plain(value / 1_000) + "k" : plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value).replaceAll("0+$", "");
    }
}
