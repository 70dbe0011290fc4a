package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.config.Features;
import dev.bobbin.appserver.listen.Listening;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server was asked for.
 *
 * @param overrides settings that win over {@code config.toml}, as {@code dotted.key=value}, later ones over earlier ones
 * @param listening where and to whom to listen; null for one client on stdio
 * @param isStrict whether a setting that there is not keeps the server from starting
 */
public record ServerArguments(
        List<String> overrides, @Nullable Listening listening, boolean isStrict) {
    public ServerArguments {
        overrides = List.copyOf(overrides);
    }

    /** A server for one client on stdio. */
    public ServerArguments(List<String> overrides) {
        this(overrides, null, false);
    }

    ServerArguments listeningTo(Listening where) {
        return new ServerArguments(overrides, where, isStrict);
    }

    /**
     * Reads the forms that clients use, such as {@code app-server}, {@code app-server --listen stdio://} and
     * {@code -c k=v -s read-only app-server --stdio}.
     *
     * @return null if the line asks for anything else or is wrong, which {@link Cli} then does or explains
     */
    public static @Nullable ServerArguments parse(String[] args) {
        var overrides = new ArrayList<String>();
        var serving = false;
        var strict = false;
        for (var at = 0; at < args.length; at++) {
            var name = args[at];
            if (name.equals("app-server") && !serving) {
                serving = true;
                continue;
            }
            if (name.equals("--strict-config")) {
                strict = true;
                continue;
            }
            if (name.equals("--stdio") || name.equals("--analytics-default-enabled")) {
                continue;
            }
            String value;
            var equals = name.startsWith("--") ? name.indexOf('=') : -1;
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (++at < args.length) {
                value = args[at];
            } else {
                return null;
            }
            if (!add(name, value, overrides)) {
                return null;
            }
        }
        return serving ? new ServerArguments(overrides, null, strict) : null;
    }

    private static boolean add(String option, String value, List<String> overrides) {
        switch (option) {
            case "-c", "--config" -> {
                if (value.indexOf('=') <= 0) {
                    return false;
                }
                overrides.add(value);
            }
            case "-m", "--model" -> overrides.add("model=" + quoted(value));
            case "-s", "--sandbox" -> overrides.add("sandbox_mode=" + quoted(value));
            case "-a", "--ask-for-approval" -> overrides.add("approval_policy=" + quoted(value));
            case "--enable", "--disable" -> {
                if (!Features.isKnown(value)) {
                    return false;
                }
                overrides.add("features." + value + "=" + option.equals("--enable"));
            }
            case "--listen" -> {
                return value.equals("stdio://");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
