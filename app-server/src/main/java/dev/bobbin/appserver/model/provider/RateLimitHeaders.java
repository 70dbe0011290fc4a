package dev.bobbin.appserver.model.provider;

import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.appserver.model.http.HttpAnswer;
import org.jspecify.annotations.Nullable;

/** Reads {@code x-codex-*} headers. */
final class RateLimitHeaders {
    private RateLimitHeaders() {}

    static RateLimitReport read(HttpAnswer answer) {
        return new RateLimitReport(
                answer.header("x-codex-limit-name"),
                window(answer, "x-codex-primary"),
                window(answer, "x-codex-secondary"),
                credits(answer));
    }

    private static RateLimitReport.@Nullable Window window(HttpAnswer answer, String prefix) {
        var used = answer.header(prefix + "-used-percent");
        if (used == null) {
            return null;
        }
        try {
            var percent = Double.parseDouble(used);
            return Double.isFinite(percent)
                    ? new RateLimitReport.Window(
                            percent,
                            number(answer.header(prefix + "-window-minutes")),
                            number(answer.header(prefix + "-reset-at")))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static RateLimitReport.@Nullable Credits credits(HttpAnswer answer) {
        var has = answer.header("x-codex-credits-has-credits");
        var unlimited = answer.header("x-codex-credits-unlimited");
        return has == null || unlimited == null
                ? null
                : new RateLimitReport.Credits(isTrue(has), isTrue(unlimited), answer.header("x-codex-credits-balance"));
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1");
    }
}
