package dev.bobbin.appserver.model;

import org.jspecify.annotations.Nullable;

/**
 * How much of an allowance is used.
 *
 * @param primary the shorter window
 * @param secondary the longer window
 */
public record RateLimitReport(
        @Nullable String limitName,
        @Nullable Window primary,
        @Nullable Window secondary,
        @Nullable Credits credits) {
    /**
     * An allowance for some time.
     *
     * @param usedPercent 0 to 100, with fractions
     * @param resetsAt Unix seconds
     */
    public record Window(
            double usedPercent,
            @Nullable Long windowMinutes,
            @Nullable Long resetsAt) {}

    /**
     * What was paid for beside the allowance.
     *
     * @param balance as the provider wrote it
     */
    public record Credits(
            boolean hasCredits, boolean unlimited, @Nullable String balance) {}
}
