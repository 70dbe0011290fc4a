package dev.bobbin.appserver.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Sets Logback up without any file: one appender, levels from the environment. */
@ConfiguratorRank(value = ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    private static final Level DEFAULT_LEVEL = Level.WARN;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        configure(context, System.getenv());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void configure(LoggerContext context, Map<String, String> environment) {
        var asJson = "json".equalsIgnoreCase(environment.get("LOG_FORMAT"));
        var appender = new StderrAppender(asJson);
        appender.setContext(context);
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(DEFAULT_LEVEL);
        root.addAppender(appender);
        levels(context, environment.get("RUST_LOG"));
    }

    /** Applies directives like {@code info,dev.bobbin.appserver=debug}; what cannot be understood is passed over. */
    private static void levels(LoggerContext context, @Nullable String directives) {
        if (directives == null) {
            return;
        }
        for (var start = 0; start <= directives.length(); ) {
            var comma = directives.indexOf(',', start);
            var end = comma < 0 ? directives.length() : comma;
            directive(context, directives.substring(start, end).strip());
            start = end + 1;
        }
    }

    private static void directive(LoggerContext context, String directive) {
        var equals = directive.lastIndexOf('=');
        var level = level(directive.substring(equals + 1));
        if (level == null) {
            return;
        }
        var target = equals < 0 ? Logger.ROOT_LOGGER_NAME : directive.substring(0, equals);
        if (!target.isEmpty()) {
            context.getLogger(target.replace("::", ".")).setLevel(level);
        }
    }

    private static @Nullable Level level(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "off" -> Level.OFF;
            case "error" -> Level.ERROR;
            case "warn" -> Level.WARN;
            case "info" -> Level.INFO;
            case "debug" -> Level.DEBUG;
            case "trace" -> Level.TRACE;
            default -> null;
        };
    }
}
