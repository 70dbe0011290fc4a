package dev.bobbin.appserver.cli.home;

import java.io.PrintWriter;

/** How far long work has come, on one line of a terminal that is written over; nothing where nobody looks. */
public final class ProgressLine implements AutoCloseable {
    private static final int BAR_WIDTH = 30;
    private static final int SHOWN_STEPS = 200;

    private final PrintWriter err;
    private final boolean shown;
    private final String what;
    private final int total;
    private int done;

    /** @param what is done to the things that are counted, such as {@code Checking} */
    public ProgressLine(PrintWriter err, Surroundings surroundings, String what, int total) {
        this.err = err;
        this.shown = surroundings.errIsTerminal() && total > 1;
        this.what = what;
        this.total = total;
    }

    /** One more is done. */
    public void step() {
        done++;
        var every = Math.max(1, total / SHOWN_STEPS);
        if (shown && (done % every == 0 || done == total)) {
            var filled = (int) ((long) BAR_WIDTH * Math.min(done, total) / total);
            err.print("\r%s [%s%s] %d/%d"
                    .formatted(what, "#".repeat(filled), ".".repeat(BAR_WIDTH - filled), done, total));
            err.flush();
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
