package dev.bobbin.tests.bench;

import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.net.URI;
import java.util.Map;
import java.util.Random;

/** Clients that do not behave: one that never reads, one that reads slowly, some that hang up in the middle. */
final class LoadTrouble {
    /** A turn of these is told with 2 MiB; beyond 32 MiB a client is cut off, and the system's buffers hold some. */
    private static final int HUGE_TURNS = 28;

    private static final int SLOW_READS = 150;
    private static final long SLOW_PAUSE_MILLIS = 100;

    private final URI address;
    private final LoadPool pool;
    private final Random random;

    LoadTrouble(URI address, LoadPool pool, Random random) {
        this.address = address;
        this.pool = pool;
        this.random = random;
    }

    /** Subscribes and never reads, while {@code friend} works on the same thread, until it is disconnected. */
    void neverReads(TestAppServer friend) throws InterruptedException {
        var thread = friend.startThread();
        turn(friend, thread, "say");
        try (var deaf = new LoadSocket(address)) {
            deaf.send(resume(thread));
            for (var i = 0; i < HUGE_TURNS; i++) {
                turn(friend, thread, "huge");
                pool.requests.incrementAndGet();
                friend.call("thread/rollback", Map.of("threadId", thread.id(), "numTurns", 1));
                friend.unread(thread.id());
            }
            deaf.awaitCut();
            pool.cutOff.incrementAndGet();
        }
        delete(friend, thread);
    }

    private void turn(TestAppServer server, TestThread thread, String kind) {
        pool.requests.incrementAndGet();
        var turn = server.runTurn(thread, kind + " " + random.nextInt(1 << 20));
        pool.turns.incrementAndGet();
        if (!turn.status().equals("completed")) {
            throw new AssertionError("a turn of " + thread.id() + " is " + turn.status());
        }
    }

    private static String resume(TestThread thread) {
        return "{\"id\":2,\"method\":\"thread/resume\",\"params\":{\"threadId\":\"" + thread.id() + "\"}}";
    }

    private void delete(TestAppServer server, TestThread thread) {
        pool.requests.incrementAndGet();
        server.call("thread/delete", Map.of("threadId", thread.id()));
    }

    /** Reads ten parts of messages a second of what {@code friend} does, and leaves with the rest unread. */
    void readsSlowly(TestAppServer friend) throws InterruptedException {
        var thread = friend.startThread();
        turn(friend, thread, "say");
        try (var slow = new LoadSocket(address)) {
            slow.send(resume(thread));
            for (var i = 0; i < SLOW_READS; i++) {
                if (i % 25 == 0) {
                    turn(friend, thread, "stream");
                    friend.unread(thread.id());
                }
                slow.read(1);
                Thread.sleep(SLOW_PAUSE_MILLIS);
            }
        }
        delete(friend, thread);
    }

    /** Begins a turn and is gone, in the middle of its next message; {@code friend} stops the turn. */
    void hangsUp(TestAppServer friend) {
        var thread = friend.startThread();
        String turn;
        try (var dying = new LoadSocket(address)) {
            dying.send("{\"id\":2,\"method\":\"turn/start\",\"params\":{\"threadId\":\"" + thread.id()
                    + "\",\"input\":[{\"type\":\"text\",\"text\":\"hang\"}]}}");
            turn = friend.next("turn/started").at("/turn/id").asText();
            dying.sendHalf("{\"id\":3,\"method\":\"thread/li");
        }
        pool.requests.addAndGet(2);
        friend.call("turn/interrupt", Map.of("threadId", thread.id(), "turnId", turn));
        var status = friend.finishTurn(thread).status();
        if (!status.equals("interrupted")) {
            throw new AssertionError("the turn of one who is gone is " + status);
        }
        delete(friend, thread);
    }
}
