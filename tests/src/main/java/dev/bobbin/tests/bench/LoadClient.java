package dev.bobbin.tests.bench;

import dev.bobbin.tests.bench.LoadPool.Used;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One visit of a busy client: it takes threads, new and old, works on them and puts them back. Whatever it is answered is
 * compared with what it should be.
 */
final class LoadClient {
    private static final int THREADS_A_VISIT = 5;
    private static final int MOST_STEPS = 8;

    /** A thread with so many turns is retired. */
    private static final int MANY_TURNS = 12;

    private static final List<String> KINDS =
            List.of("say", "say", "say", "stream", "stream", "long", "run", "run", "patch", "fail");

    private final TestAppServer server;
    private final LoadPool pool;
    private final Random random;
    private final Duration pause;

    /**
     * A visitor who is connected.
     *
     * @param pause between two requests, on average
     */
    LoadClient(TestAppServer server, LoadPool pool, Random random, Duration pause) {
        this.server = server;
        this.pool = pool;
        this.random = random;
        this.pause = pause;
    }

    void visit() throws InterruptedException {
        for (var i = 0; i < THREADS_A_VISIT; i++) {
            var thread = wake();
            for (var step = random.nextInt(MOST_STEPS); step >= 0; step--) {
                pause();
                step(thread);
            }
            pause();
            leave(thread);
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(random.nextLong(2 * pause.toMillis()));
    }

    private Used wake() {
        var known = pool.take(random);
        if (known == null || random.nextInt(6) == 0) {
            if (known != null) {
                retire(known);
            }
            return start();
        }
        pool.requests.incrementAndGet();
        var thread = server.resumeThread(known.id);
        check(known, "resume", thread.turns().size());
        return known;
    }

    /** A thread without a turn is on no disk and could not be retired. */
    private Used start() {
        pool.requests.incrementAndGet();
        var thread = new Used(
                server.startThread(Map.of("sandbox", "danger-full-access")).id(), 0);
        turn(thread, "say");
        return thread;
    }

    private void check(Used thread, String asked, int turns) {
        if (turns != thread.turns) {
            throw new AssertionError(asked + " of " + thread.id + " shows " + turns + " turns, not " + thread.turns);
        }
    }

    private void step(Used thread) {
        var dice = random.nextInt(100);
        if (dice < 45) {
            turn(thread, KINDS.get(random.nextInt(KINDS.size())));
        } else if (dice < 57) {
            interrupt(thread);
        } else if (dice < 70) {
            call("thread/list", Map.of("limit", 25, "archived", dice < 60));
        } else if (dice < 82) {
            look(thread, dice % 2 == 0);
        } else if (dice < 90) {
            call("thread/name/set", Map.of("threadId", thread.id, "name", "name " + dice));
        } else {
            fork(thread);
        }
    }

    private void turn(Used thread, String kind) {
        var expected = kind.equals("fail") ? "failed" : "completed";
        pool.requests.incrementAndGet();
        var turn = server.runTurn(of(thread), kind + " " + random.nextInt(1 << 20));
        ended(thread, turn.status(), expected);
    }

    private TestThread of(Used thread) {
        return new TestThread(server.tree("{\"thread\":{\"id\":\"" + thread.id + "\"}}"));
    }

    private void ended(Used thread, String status, String expected) {
        thread.turns++;
        pool.turns.incrementAndGet();
        if (!status.equals(expected)) {
            throw new AssertionError("a turn of " + thread.id + " is " + status + ", not " + expected);
        }
    }

    /** At once, or when the model has begun to answer. */
    private void interrupt(Used thread) {
        pool.requests.incrementAndGet();
        var turn = server.startTurn(of(thread), "hang " + random.nextInt(1 << 20));
        if (random.nextBoolean()) {
            server.next(
                    "item/agentMessage/delta",
                    params -> params.path("threadId").asText().equals(thread.id));
        }
        call("turn/interrupt", Map.of("threadId", thread.id, "turnId", turn));
        ended(thread, server.finishTurn(of(thread)).status(), "interrupted");
    }

    private void call(String method, Map<String, ?> params) {
        pool.requests.incrementAndGet();
        server.call(method, params);
    }

    private void look(Used thread, boolean whole) {
        pool.requests.incrementAndGet();
        if (whole) {
            var read = server.call("thread/read", Map.of("threadId", thread.id, "includeTurns", true));
            check(thread, "read", read.at("/thread/turns").size());
        } else {
            var page = server.call("thread/turns/list", Map.of("threadId", thread.id, "limit", 100));
            check(thread, "turns/list", page.path("data").size());
        }
    }

    private void fork(Used thread) {
        pool.requests.incrementAndGet();
        var fork = server.forkThread(of(thread), Map.of());
        var known = new Used(fork.id(), thread.turns);
        check(known, "fork", fork.turns().size());
        leave(known);
    }

    private void leave(Used thread) {
        server.unread(thread.id);
        call("thread/unsubscribe", Map.of("threadId", thread.id));
        if (thread.turns >= MANY_TURNS) {
            retire(thread);
            return;
        }
        var tooMany = pool.give(thread);
        if (tooMany != null) {
            retire(tooMany);
        }
    }

    private void retire(Used thread) {
        if (random.nextBoolean()) {
            call("thread/delete", Map.of("threadId", thread.id));
            return;
        }
        call("thread/archive", Map.of("threadId", thread.id));
        var tooMany = pool.archived(thread);
        if (tooMany != null) {
            call("thread/delete", Map.of("threadId", tooMany.id));
        }
        if (random.nextInt(4) == 0) {
            comeBack();
        }
    }

    private void comeBack() {
        var thread = pool.takeArchived();
        if (thread != null) {
            call("thread/unarchive", Map.of("threadId", thread.id));
            call("thread/delete", Map.of("threadId", thread.id));
        }
    }
}
