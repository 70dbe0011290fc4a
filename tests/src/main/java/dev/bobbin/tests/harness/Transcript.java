package dev.bobbin.tests.harness;

import java.util.ArrayList;
import java.util.List;

/** Everything that was said so far, in order, for the message of a failing test. Safe for use from many threads. */
public final class Transcript {
    private static final int SHOWN_CHARACTERS = 600;

    private final List<String> lines = new ArrayList<>();

    void sent(String line) {
        add("-> ", line);
    }

    void received(String line) {
        add("<- ", line);
    }

    void noted(String what) {
        add("-- ", what);
    }

    private synchronized void add(String mark, String line) {
        lines.add(mark + line);
    }

    /** Every line the server wrote to its output, whole and in order. */
    public synchronized List<String> receivedLines() {
        return lines.stream()
                .filter(line -> line.startsWith("<- "))
                .map(line -> line.substring(3))
                .toList();
    }

    @Override
    public synchronized String toString() {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line, 0, Math.min(line.length(), SHOWN_CHARACTERS));
            text.append(line.length() > SHOWN_CHARACTERS ? "…\n" : "\n");
        }
        return text.toString();
    }
}
