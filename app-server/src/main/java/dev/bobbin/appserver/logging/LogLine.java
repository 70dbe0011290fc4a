package dev.bobbin.appserver.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as lines: {@code 2026-06-01T12:00:00.000000Z  INFO target: message}, or an object with the same in
 * JSON. A failure's stack follows the message on its line, so that every line has the form.
 */
final class LogLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_FRAMES = 12;

    private LogLine() {}

    static String text(ILoggingEvent event) {
        var line = new StringBuilder(160);
        line.append(time(event)).append(' ');
        var level = event.getLevel().toString();
        line.append(" ".repeat(Math.max(0, 5 - level.length()))).append(level).append(' ');
        line.append(event.getLoggerName()).append(": ");
        return oneLine(line, message(event)).append('\n').toString();
    }

    static String json(ILoggingEvent event) {
        var line = new StringBuilder(200);
        line.append("{\"timestamp\":\"").append(time(event));
        line.append("\",\"level\":\"").append(event.getLevel());
        line.append("\",\"fields\":{\"message\":\"");
        escape(line, message(event));
        line.append("\"},\"target\":\"");
        escape(line, event.getLoggerName());
        return line.append("\"}\n").toString();
    }

    private static String time(ILoggingEvent event) {
        var instant = event.getInstant();
        return TIME.format(instant == null ? Instant.ofEpochMilli(event.getTimeStamp()) : instant);
    }

    private static String message(ILoggingEvent event) {
        var message = String.valueOf(event.getFormattedMessage());
        var failure = event.getThrowableProxy();
        if (failure == null) {
            return message;
        }
        var text = new StringBuilder(message);
        for (IThrowableProxy cause = failure; cause != null; cause = cause.getCause()) {
            append(text, cause, cause == failure ? ": " : "; caused by ");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IThrowableProxy failure, String before) {
        text.append(before).append(failure.getClassName());
        @Nullable String message = failure.getMessage();
        if (message != null) {
            text.append(": ").append(message);
        }
        var frames = failure.getStackTraceElementProxyArray();
        for (var i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
            text.append(i == 0 ? " at " : " < ").append(frames[i].getStackTraceElement());
        }
    }

    private static StringBuilder oneLine(StringBuilder line, String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
        return line;
    }

    private static void escape(StringBuilder line, String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c < ' ' ? ' ' : c);
            }
        }
    }
}
