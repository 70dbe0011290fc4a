package dev.bobbin.appserver.model.provider;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The sentence that tells people that their allowance is used up, and what they can do. */
final class UsageLimit {
    private static final String BEGIN = "You've hit your usage limit. ";
    private static final String CREDITS = "https://chatgpt.com/codex/settings/usage to purchase more credits";

    private UsageLimit() {}

    static String text(@Nullable String plan, @Nullable Long resetsAtSeconds, InstantSource clock, TimeZone zone) {
        var again = resetsAtSeconds == null
                ? "try again later."
                : "try again at " + time(resetsAtSeconds, clock, zone) + ".";
        return switch (plan == null ? "" : plan.toLowerCase(Locale.ROOT)) {
            case "plus" ->
                BEGIN + "Upgrade to Pro (https://chatgpt.com/explore/pro), visit " + CREDITS + " or " + again;
            case "free", "go" ->
                BEGIN + "Upgrade to Plus to continue using Codex (https://chatgpt.com/explore/plus), or " + again;
            case "pro", "prolite" -> BEGIN + "Visit " + CREDITS + " or " + again;
            case "team", "business", "self_serve_business_usage_based", "enterprise_cbp_usage_based" ->
                BEGIN + "To get more access now, send a request to your admin or " + again;
            default -> BEGIN + Character.toUpperCase(again.charAt(0)) + again.substring(1);
        };
    }

    private static String time(long seconds, InstantSource clock, TimeZone timeZone) {
        var zone = timeZone.toZoneId();
        var at = Instant.ofEpochSecond(seconds).atZone(zone);
        if (at.toLocalDate()
                .equals(ZonedDateTime.ofInstant(clock.instant(), zone).toLocalDate())) {
            return DateTimeFormatter.ofPattern("h:mm a", Locale.US).format(at);
        }
        return DateTimeFormatter.ofPattern("MMM d", Locale.US).format(at)
                + ordinal(at.getDayOfMonth())
                + DateTimeFormatter.ofPattern(", yyyy h:mm a", Locale.US).format(at);
    }

    private static String ordinal(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
