package dev.bobbin.appserver.turn;

/**
 * Separates the plan that a model proposes from what else it says, piece by piece as text arrives. A plan stands between
 * lines that hold nothing but {@code <proposed_plan>} and {@code </proposed_plan>}; one that is not closed goes to the end.
 */
final class PlanSplitter {
    private static final String OPEN = "<proposed_plan>";
    private static final String CLOSE = "</proposed_plan>";

    /** Receives the pieces. */
    interface Sink {
        void said(String text);

        /** The plan begins; what follows belongs to it. */
        void planBegun();

        void planned(String text);
    }

    private final Sink sink;
    private final StringBuilder line = new StringBuilder();
    private boolean isAtLineStart = true;
    private boolean isInPlan;

    PlanSplitter(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next piece. Holds back the beginning of a line for as long as it may become a tag. */
    void accept(String piece) {
        var ready = new StringBuilder();
        for (var i = 0; i < piece.length(); i++) {
            var c = piece.charAt(i);
            if (!isAtLineStart) {
                ready.append(c);
                isAtLineStart = c == '\n';
                continue;
            }
            line.append(c);
            if (c == '\n') {
                endLine(ready);
            } else if (!mayBecomeTag(line)) {
                ready.append(line);
                line.setLength(0);
                isAtLineStart = false;
            }
        }
        emit(ready);
    }

    /** The text is at its end. */
    void finish() {
        var ready = new StringBuilder();
        if (!line.isEmpty()) {
            endLine(ready);
        }
        emit(ready);
    }

    /** A whole line was held back: it is a tag, or text after all. */
    private void endLine(StringBuilder ready) {
        var content = line.toString();
        var tag = content.strip();
        line.setLength(0);
        if (!isInPlan && tag.equals(OPEN)) {
            emit(ready);
            isInPlan = true;
            sink.planBegun();
        } else if (isInPlan && tag.equals(CLOSE)) {
            emit(ready);
            isInPlan = false;
        } else {
            ready.append(content);
        }
    }

    private boolean mayBecomeTag(CharSequence text) {
        var tag = isInPlan ? CLOSE : OPEN;
        var held = text.toString().strip();
        return held.isEmpty() || tag.startsWith(held);
    }

    private void emit(StringBuilder ready) {
        if (ready.isEmpty()) {
            return;
        }
        var text = ready.toString();
        ready.setLength(0);
        if (isInPlan) {
            sink.planned(text);
        } else {
            sink.said(text);
        }
    }
}
