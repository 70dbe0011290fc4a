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

    /**
     * Tells where the next line begins; a store that has no use for {@link ReadHistory#from} need not.
     *
     * @param offset good for this thread only, as long as nothing but appends happens to it
     */
    default void at(long offset) {}

    /**
     * Whether the response items that come from the model and its tools are wanted: calls, their outputs, reasoning, and what
     * the model said. Where they are not, a store may pass them over, which is most of the work of reading a long history.
     */
    default boolean needsModelItems() {
        return true;
    }
}
