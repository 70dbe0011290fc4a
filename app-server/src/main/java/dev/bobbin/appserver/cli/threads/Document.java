package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.protocol.v2.turn.TurnStatus;
import dev.bobbin.rollout.replay.TurnReplay;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.time.ZoneId;
import java.util.List;

/**
 * A thread, whole, to be shown.
 *
 * @param zone in which its times are told
 */
record Document(StoredThread thread, List<Turn> turns, ZoneId zone) {
    /** A page is put together in memory, which takes several times its length. */
    private static final int SHARE_OF_MEMORY = 16;

    /**
     * Reads a stored thread. A turn that was never ended shows as interrupted.
     *
     * @throws Refusal if it does not fit into memory
     */
    static Document read(ThreadStore store, StoredThread thread, ZoneId zone) {
        var memory = Runtime.getRuntime().maxMemory();
        var replay = TurnReplay.full().within(memory / SHARE_OF_MEMORY);
        store.readHistory(new ReadHistory(thread.threadId(), thread.rolloutPath(), true), line -> {
            replay.accept(line);
            return true;
        });
        if (replay.hasOverflowed()) {
            throw new Refusal("thread " + thread.threadId() + " is too long to be shown in " + (memory >> 20)
                    + " MiB of memory: give the JVM more (BOBBIN_JAVA_OPTS=-Xmx8g), or export it as jsonl");
        }
        return new Document(
                thread, replay.turns().stream().map(Document::atRest).toList(), zone);
    }

    private static Turn atRest(Turn turn) {
        return turn.status() != TurnStatus.IN_PROGRESS
                ? turn
                : new Turn(
                        turn.id(),
                        turn.items(),
                        turn.itemsView(),
                        TurnStatus.INTERRUPTED,
                        turn.error(),
                        turn.startedAt(),
                        turn.completedAt(),
                        turn.durationMs());
    }
}
