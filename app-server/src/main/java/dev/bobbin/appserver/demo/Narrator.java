package dev.bobbin.appserver.demo;

import java.io.PrintStream;

/** Shows the demo to a person: what is done and why, each message, and whether it was as expected. */
public final class Narrator {
    /** Of a message so many characters are shown, unless it is asked for whole. */
    public static final int SHOWN_CHARS = 240;

    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;
    private final int shownChars;
    private int step;
    private int deltas;

    public Narrator(PrintStream out, boolean colours, int shownChars) {
        this.out = out;
        this.colours = colours;
        this.shownChars = shownChars;
    }

    void step(String what) {
        endDeltas();
        step++;
        out.println();
        show(BOLD, step + ". " + what);
    }

    void sent(String message) {
        endDeltas();
        show("", "   → " + cut(message));
    }

    void received(String message) {
        endDeltas();
        show(DIM, "   ← " + cut(message));
    }

    /** A piece of an answer. Of many in a row, the first is shown and the others are counted. */
    void receivedDelta(String message) {
        if (deltas == 0) {
            show(DIM, "   ← " + cut(message));
        }
        deltas++;
    }

    private void endDeltas() {
        if (deltas > 1) {
            show(DIM, "     … and " + (deltas - 1) + " more pieces");
        }
        deltas = 0;
    }

    void good(String what) {
        show(GREEN, "   ✓ " + what.replace('\n', ' '));
    }

    void bad(String what) {
        show(RED, "   ✗ " + what);
    }

    void say(String text) {
        show("", text);
    }

    private void show(String style, String text) {
        out.println(colours && !style.isEmpty() ? style + text + PLAIN : text);
    }

    private String cut(String message) {
        return message.length() <= shownChars
                ? message
                : message.substring(0, shownChars) + "… (" + message.length() + " characters)";
    }
}
