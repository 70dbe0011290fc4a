package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.model.RateLimitReport;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.account.AccountRateLimitsUpdatedNotification;
import dev.bobbin.protocol.v2.account.CreditsSnapshot;
import dev.bobbin.protocol.v2.account.RateLimitSnapshot;
import dev.bobbin.protocol.v2.account.RateLimitWindow;
import dev.bobbin.rollout.line.RawJson;
import org.jspecify.annotations.Nullable;

/** What a provider says about its limits, as it is stored and as clients are told. */
final class RateLimits {
    private static final String LIMIT_ID = "codex";

    private RateLimits() {}

    static RawJson stored(RateLimitReport report) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("limit_id", LIMIT_ID).put("limit_name", report.limitName());
        tree.set("primary", stored(report.primary()));
        tree.set("secondary", stored(report.secondary()));
        var credits = report.credits();
        if (credits == null) {
            tree.putNull("credits");
        } else {
            tree.putObject("credits")
                    .put("has_credits", credits.hasCredits())
                    .put("unlimited", credits.unlimited())
                    .put("balance", credits.balance());
        }
        return RawJson.of(tree.putNull("individual_limit").putNull("plan_type").putNull("rate_limit_reached_type"));
    }

    private static @Nullable ObjectNode stored(RateLimitReport.@Nullable Window window) {
        return window == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("used_percent", window.usedPercent())
                        .put("window_minutes", window.windowMinutes())
                        .put("resets_at", window.resetsAt());
    }

    static EncodedNotification note(RateLimitReport report) {
        var credits = report.credits();
        var snapshot = new RateLimitSnapshot(
                LIMIT_ID,
                report.limitName(),
                shown(report.primary()),
                shown(report.secondary()),
                credits == null
                        ? null
                        : new CreditsSnapshot(credits.hasCredits(), credits.unlimited(), credits.balance()),
                null,
                null,
                null);
        return EncodedNotification.of(
                Notifications.ACCOUNT_RATE_LIMITS_UPDATED, new AccountRateLimitsUpdatedNotification(snapshot));
    }

    private static @Nullable RateLimitWindow shown(RateLimitReport.@Nullable Window window) {
        return window == null
                ? null
                : new RateLimitWindow(
                        (int) Math.round(window.usedPercent()), window.windowMinutes(), window.resetsAt());
    }
}
