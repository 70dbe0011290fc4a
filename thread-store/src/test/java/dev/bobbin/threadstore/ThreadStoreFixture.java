package dev.bobbin.threadstore;

import static dev.bobbin.threadstore.TestItems.agentMessage;
import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.started;
import static dev.bobbin.threadstore.TestItems.userMessage;

import dev.bobbin.rollout.line.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store and a few threads to put into it, for the parts of the contract. */
abstract class ThreadStoreFixture {
    protected static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    protected final TestClock clock = new TestClock();
    protected ThreadStore store;

    /** An empty store whose default provider is {@code provider}, working by {@link #clock}. */
    protected abstract ThreadStore open() throws Exception;

    /** Where a store keeps the time of the last change elsewhere than in metadata, that time is set by the test. */
    protected void changedAt(String threadId, Instant time) {}

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected LiveThread start(int n, Instant created) {
        var live = LiveThread.create(store, TestItems.create(id(n), created), clock);
        live.commit();
        return live;
    }

    /** A thread with one question and one answer, closed. */
    protected String stored(int n, Instant created, String question) {
        try (var live = start(n, created)) {
            live.append(List.of(started("t" + n), userMessage(question), agentMessage("answer to " + question)));
        }
        return id(n);
    }

    protected List<String> history(String threadId) {
        var types = new ArrayList<String>();
        store.readHistory(ReadHistory.of(threadId), line -> {
            types.add(line.payloadType().isEmpty() ? line.type() : line.payloadType());
            return true;
        });
        return types;
    }

    protected final List<String> ids(ThreadPage page) {
        return page.threads().stream().map(StoredThread::threadId).toList();
    }

    protected final void add(int n, Instant created, RawJson source, String cwd) {
        var meta = TestItems.meta(id(n), created, source, cwd);
        try (var live = LiveThread.create(store, new CreateThread(meta, created, () -> null), clock)) {
            live.commit();
            live.append(List.of(userMessage("question " + n)));
        }
    }

    protected LiveThread resume(String threadId, List<String> seen) {
        var live = LiveThread.resume(store, new ResumeThread(threadId, null, false), clock, line -> {
            seen.add(line.payloadType().isEmpty() ? line.type() : line.payloadType());
            return true;
        });
        live.commit();
        return live;
    }
}
