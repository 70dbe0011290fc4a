package dev.bobbin.appserver.tool.terminal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Tells a model what a command printed, cut to what it can take. */
final class ModelOutput {
    /** Tokens a model is given of one output, at most. */
    static final int MAX_TOKENS = 10_000;

    private static final int BYTES_PER_TOKEN = 4;

    private ModelOutput() {}

    /**
     * What came of a command in a terminal.
     *
     * @param exitCode null while it runs
     * @param sessionId by which the model may talk to it while it runs
     */
    static String of(Duration wall, @Nullable Integer exitCode, int sessionId, byte[] printed, int maxTokens) {
        // What is no UTF-8 is replaced, which makes it longer, and that counts.
        var output = new String(printed, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder();
        text.append("Chunk ID: ").append(chunkId());
        text.append(String.format(Locale.ROOT, "\nWall time: %.4f seconds\n", wall.toNanos() / 1e9));
        if (exitCode == null) {
            text.append("Process running with session ID ").append(sessionId).append('\n');
        } else {
            text.append("Process exited with code ").append(exitCode).append('\n');
        }
        text.append("Original token count: ").append(tokens(output.length)).append("\nOutput:\n");
        return text.append(cut(output, maxTokens)).toString();
    }

    /** What came of a command that was waited for to its end. */
    static String ended(Duration wall, int exitCode, byte[] output) {
        return String.format(
                Locale.ROOT,
                "Exit code: %d\nWall time: %s seconds\nOutput:\n%s",
                exitCode,
                tenths(wall),
                cut(output, MAX_TOKENS));
    }

    /** Seconds with at most one digit after the point. */
    static String tenths(Duration wall) {
        var tenths = Math.round(wall.toMillis() / 100.0);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** About how many tokens so many bytes are. */
    static int tokens(int bytes) {
        return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    }

    private static String chunkId() {
        return String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(1 << 24));
    }

    /** The text, or its beginning and end with a note of how much is missing. */
    static String cut(byte[] output, int maxTokens) {
        var budget = maxTokens * BYTES_PER_TOKEN;
        if (output.length <= budget) {
            return new String(output, StandardCharsets.UTF_8);
        }
        var headEnd = characterStart(output, budget / 2, -1);
        var tailStart = characterStart(output, output.length - (budget - budget / 2), 1);
        return "Total output lines: " + lines(output) + "\n\n"
                + new String(output, 0, headEnd, StandardCharsets.UTF_8)
                + "…" + tokens(output.length - budget) + " tokens truncated…"
                + new String(output, tailStart, output.length - tailStart, StandardCharsets.UTF_8);
    }

    /** The nearest place in a direction at which a character of UTF-8 begins. */
    private static int characterStart(byte[] bytes, int from, int step) {
        var at = from;
        while (at > 0 && at < bytes.length && (bytes[at] & 0xC0) == 0x80) {
            at += step;
        }
        return at;
    }

    private static int lines(byte[] output) {
        var lines = 0;
        for (var b : output) {
            lines += b == '\n' ? 1 : 0;
        }
        return output.length > 0 && output[output.length - 1] != '\n' ? lines + 1 : lines;
    }
}
