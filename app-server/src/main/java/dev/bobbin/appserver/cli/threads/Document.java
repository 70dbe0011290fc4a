package dev.bobbin.appserver.cli.threads;

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
    /** Reads a stored thread. A turn that was never ended shows as interrupted. */
    static Document read(ThreadStore store, StoredThread thread, ZoneId zone) {
        var replay = TurnReplay.full();
        store.readHistory(new ReadHistory(thread.threadId(), thread.rolloutPath(), true), line -> {
            replay.accept(line);
            return true;
        });
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
