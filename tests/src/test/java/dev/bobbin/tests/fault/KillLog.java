package dev.bobbin.tests.fault;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines of a conversation that went over several servers, and the ids given out in it. */
final class KillLog {
    private static final int KEPT = 4_000;
    private static final int SHOWN_CHARACTERS = 400;

    private final Deque<String> lines = new ArrayDeque<>();
    private int ids;

    synchronized String nextId() {
        return "k" + ++ids;
    }

    void sent(String line) {
        add("-> " + line);
    }

    void received(String line) {
        add("<- " + line);
    }

    void noted(String what) {
        add("-- " + what);
    }

    private synchronized void add(String line) {
        lines.add(line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line);
        if (lines.size() > KEPT) {
            lines.remove();
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
