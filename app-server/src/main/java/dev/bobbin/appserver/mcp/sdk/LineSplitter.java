package dev.bobbin.appserver.mcp.sdk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of pieces of output. Not safe for use from many threads. */
final class LineSplitter {
    private final int maxBytes;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean isTooLong;

    /**
     * @param maxBytes longer lines are passed over
     * @param lines takes each line that is not blank, without its end
     */
    LineSplitter(int maxBytes, Consumer<String> lines) {
        this.maxBytes = maxBytes;
        this.lines = lines;
    }

    void add(byte[] bytes, int length) {
        var start = 0;
        for (var i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, start, i);
                end();
                start = i + 1;
            }
        }
        keep(bytes, start, length);
    }

    private void keep(byte[] bytes, int from, int to) {
        if (isTooLong || begun.size() + to - from > maxBytes) {
            isTooLong = true;
            begun.reset();
        } else {
            begun.write(bytes, from, to - from);
        }
    }

    private void end() {
        var line = begun.toString(StandardCharsets.UTF_8).strip();
        begun.reset();
        var isWhole = !isTooLong;
        isTooLong = false;
        if (isWhole && !line.isEmpty()) {
            lines.accept(line);
        }
    }
}
