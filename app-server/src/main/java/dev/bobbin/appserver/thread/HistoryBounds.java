package dev.bobbin.appserver.thread;

/**
 * How much of a history is held in memory at once. Files may be of any length; where the JVM may use little memory, less is
 * held.
 */
final class HistoryBounds {
    /** Bytes of the largest conversation that goes to a model: windows of a million tokens take about 4 MB of text. */
    private static final long MOST_OF_CONVERSATION = 64L << 20;

    /** Bytes of the largest set of turns that is shown at once. */
    private static final long MOST_OF_TURNS = 512L << 20;

    /** What is held is also encoded and sent, which takes several times its length. */
    private static final int SHARE_OF_MEMORY = 8;

    private HistoryBounds() {}

    static long conversation() {
        return Math.min(MOST_OF_CONVERSATION, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    static long turns() {
        return Math.min(MOST_OF_TURNS, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }
}
