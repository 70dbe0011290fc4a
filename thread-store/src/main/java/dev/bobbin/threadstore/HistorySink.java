package dev.bobbin.threadstore;

import dev.bobbin.rollout.line.RawLine;

/** Takes the lines of a history, oldest first. */
@FunctionalInterface
public interface HistorySink {
    /**
     * Takes one line.
     *
     * @param line valid only during the call
     * @return whether to go on
     */
    boolean accept(RawLine line);
}
