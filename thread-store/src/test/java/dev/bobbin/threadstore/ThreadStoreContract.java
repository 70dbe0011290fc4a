package dev.bobbin.threadstore;

import static dev.bobbin.threadstore.TestItems.agentMessage;
import static dev.bobbin.threadstore.TestItems.context;
import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.response;
import static dev.bobbin.threadstore.TestItems.started;
import static dev.bobbin.threadstore.TestItems.tokens;
import static dev.bobbin.threadstore.TestItems.userMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.rollout.line.RawJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ThreadStore} does. A store's own test extends this and says how one is opened. */
public abstract class ThreadStoreContract extends ThreadHistoryContract {
    // Life of a writer

    @Test
    void aNewThreadIsNotStoredBeforeItsFirstItem() {
        try (var live = start(1, START)) {
            assertNotFound(() -> store.readThread(new ReadThread(id(1), true)));
            assertThat(store.listThreads(ListThreads.newest(10)).threads()).isEmpty();
            live.flush();
            assertNotFound(() -> history(id(1)));
        }
        assertNotFound(() -> store.readThread(new ReadThread(id(1), true)));
        assertThat(store.hasWriter(id(1))).isFalse();
    }

    @Test
    void appendedItemsAreReadBackInOrderBehindTheSessionMeta() {
        try (var live = start(1, START)) {
            live.append(List.of(started("t"), userMessage("hello")));
            live.append(List.of(response("assistant", "hi"), agentMessage("hi")));
            assertThat(history(id(1)))
                    .containsExactly("session_meta", "task_started", "user_message", "message", "agent_message");
        }
        assertThat(history(id(1))).hasSize(5);
    }

    @Test
    void persistStoresAThreadThatHasNothingButItsMeta() {
        try (var live = start(1, START)) {
            live.persist();
            assertThat(history(id(1))).containsExactly("session_meta");
            assertThat(store.readThread(new ReadThread(id(1), true)).cwd()).isEqualTo("/work dir");
            assertThat(store.listThreads(ListThreads.newest(10)).threads()).isEmpty();
        }
    }

    @Test
    void aThreadIsReadTogetherWithItsHistory() {
        try (var live = start(1, START)) {
            live.append(List.of(started("t"), userMessage("hello")));
            live.flush();
        }
        var lines = new ArrayList<String>();
        var thread = store.readThread(new ReadThread(id(1), false), line -> lines.add(line.toString()));
        assertThat(thread.preview()).isEqualTo("hello");
        assertThat(lines).hasSize(3);
        assertThatThrownBy(() -> store.readThread(new ReadThread(id(2), true), line -> lines.add(line.toString())))
                .isInstanceOf(ThreadStoreException.InvalidRequest.class);
        assertThat(lines).hasSize(3);
    }

    @Test
    void gitFactsAreAskedForWhenTheHistoryIsMaterialised() {
        var git = new GitInfo("abc", "main", "https://example.org/x");
        try (var live = LiveThread.create(store, TestItems.create(id(1), START, git), clock)) {
            live.commit();
            live.append(List.of(userMessage("hello")));
        }
        assertThat(store.readThread(new ReadThread(id(1), false)).gitInfo()).isEqualTo(git);
    }

    @Test
    void onlyOneWriterCanBeOpen() {
        try (var live = start(1, START)) {
            live.append(List.of(userMessage("hello")));
            assertThatThrownBy(() -> store.create(TestItems.create(id(1), START)))
                    .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                    .hasMessage("thread " + id(1) + " already has a live local writer");
            assertThatThrownBy(() -> store.resume(new ResumeThread(id(1), null, false)))
                    .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                    .hasMessage("thread " + id(1) + " already has a live local writer");
        }
    }

    @Test
    void withoutWriterNothingIsAppended() {
        stored(1, START, "hello");
        assertNoWriter(() -> store.append(id(1), List.of(userMessage("x"))));
        assertNoWriter(() -> store.persist(id(1)));
        assertNoWriter(() -> store.flush(id(1)));
        assertNoWriter(() -> store.sync(id(1)));
        assertNoWriter(() -> store.shutdown(id(1)));
        assertNoWriter(() -> store.discard(id(1)));
    }

    private void assertNoWriter(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(ThreadStoreException.NotFound.class)
                .hasMessage("thread " + id(1) + " not found");
    }

    @Test
    void aThreadOnTrialLeavesNothingBehind() {
        try (var live = LiveThread.create(store, TestItems.create(id(1), START), clock)) {
            assertThat(live.threadId()).isEqualTo(id(1));
        }
        assertThat(store.hasWriter(id(1))).isFalse();
        assertNotFound(() -> store.readThread(new ReadThread(id(1), true)));
    }

    @Test
    void discardKeepsWhatIsDurable() {
        var live = start(1, START);
        live.append(List.of(userMessage("hello")));
        live.discard();
        assertThat(history(id(1))).containsExactly("session_meta", "user_message");
    }

    @Test
    void aResumedThreadGoesOnWhereItWas() {
        stored(1, START, "hello");
        var seen = new ArrayList<String>();
        try (var live = resume(id(1), seen)) {
            live.append(List.of(userMessage("again")));
        }
        assertThat(seen).containsExactly("session_meta", "task_started", "user_message", "agent_message");
        assertThat(history(id(1))).hasSize(5).last().isEqualTo("user_message");
        assertThat(store.readThread(new ReadThread(id(1), false)).preview()).isEqualTo("hello");
    }

    @Test
    void unknownThreadsAreNotFound() {
        assertNotFound(() -> store.readThread(new ReadThread(id(1), true)));
        assertNotFound(() -> history(id(1)));
        assertNotFound(() -> store.resume(new ResumeThread(id(1), null, true)));
        assertNotFound(() -> store.archiveThread(id(1)));
        assertNotFound(() -> store.deleteThread(id(1)));
        assertThatThrownBy(() -> store.unarchiveThread(id(1)))
                .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                .hasMessage("no archived rollout found for thread id " + id(1));
    }

    protected void assertNotFound(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                .hasMessage("no rollout found for thread id " + id(1));
    }

    // Metadata

    @Test
    void metadataFollowsFromWhatIsAppended() {
        try (var live = start(1, START)) {
            clock.advance(Duration.ofSeconds(9));
            live.append(List.of(started("t"), context("big-model", "high"), userMessage("  first  "), tokens(77)));
            live.append(List.of(userMessage("second"), context("small-model", "low")));
            var thread = live.readThread();
            assertThat(thread.preview()).isEqualTo("first");
            assertThat(thread.title()).isEqualTo("first");
            assertThat(thread.firstUserMessage()).isEqualTo("first");
            assertThat(thread.model()).isEqualTo("small-model");
            assertThat(thread.reasoningEffort()).isEqualTo("low");
            assertThat(thread.approvalMode()).isEqualTo("never");
            assertThat(thread.permissionProfile()).isEqualTo(RawJson.of("{\"type\":\"read-only\"}"));
            assertThat(thread.tokensUsed()).isEqualTo(77);
            assertThat(thread.cwd()).isEqualTo("/work dir");
            assertThat(thread.modelProvider()).isEqualTo("provider");
            assertThat(thread.cliVersion()).isEqualTo("0.137.0");
            assertThat(thread.createdAt()).isEqualTo(START);
            assertThat(thread.updatedAt()).isEqualTo(START.plusSeconds(9));
        }
    }

    @Test
    void anExplicitNameIsNeverOverwrittenByADerivedTitle() {
        try (var live = start(1, START)) {
            live.persist();
            live.updateMetadata(MetadataPatch.named("My name"));
            live.append(List.of(userMessage("first message")));
            assertThat(live.readThread().name()).isEqualTo("My name");
        }
        try (var live = resume(id(1), new ArrayList<>())) {
            live.append(List.of(userMessage("another")));
            assertThat(live.readThread().name()).isEqualTo("My name");
        }
        assertThat(store.readThread(new ReadThread(id(1), false)))
                .returns("My name", StoredThread::name)
                .returns("first message", StoredThread::preview);
        assertThat(store.listThreads(ListThreads.newest(1)).threads().getFirst().name())
                .isEqualTo("My name");
    }

    @Test
    void aNameCanBeReplacedAndCleared() {
        stored(1, START, "hello");
        assertThat(store.updateThreadMetadata(id(1), MetadataPatch.named("One"), false)
                        .name())
                .isEqualTo("One");
        store.updateThreadMetadata(id(1), MetadataPatch.named("Two"), false);
        assertThat(store.readThread(new ReadThread(id(1), false)).name()).isEqualTo("Two");
        store.updateThreadMetadata(id(1), MetadataPatch.named(null), false);
        assertThat(store.readThread(new ReadThread(id(1), false)).name()).isNull();
    }

    @Test
    void gitFactsAreKeptClearedAndSetOneByOne() {
        stored(1, START, "hello");
        update(new GitPatch(Patch.set("abc"), Patch.set("main"), Patch.set("https://x/y")));
        update(new GitPatch(Patch.clear(), Patch.keep(), Patch.set("https://x/z")));
        assertThat(store.readThread(new ReadThread(id(1), false)).gitInfo())
                .isEqualTo(new GitInfo(null, "main", "https://x/z"));
        update(new GitPatch(Patch.keep(), Patch.clear(), Patch.clear()));
        assertThat(store.readThread(new ReadThread(id(1), false)).gitInfo()).isNull();
    }

    private void update(GitPatch git) {
        store.updateThreadMetadata(id(1), MetadataPatch.git(git), true);
    }

    @Test
    void gitFactsOfALiveThreadSurviveItsEnd() {
        try (var live = start(1, START)) {
            live.updateMetadata(MetadataPatch.git(new GitPatch(Patch.keep(), Patch.set("b"), Patch.keep())));
            live.append(List.of(userMessage("hello")));
            var after =
                    live.updateMetadata(MetadataPatch.git(new GitPatch(Patch.keep(), Patch.set("c"), Patch.keep())));
            assertThat(after.gitInfo()).isEqualTo(new GitInfo(null, "c", null));
        }
        assertThat(store.readThread(new ReadThread(id(1), false)).gitInfo()).isEqualTo(new GitInfo(null, "c", null));
    }

    @Test
    void theMemoryModeIsKept() {
        stored(1, START, "hello");
        store.updateThreadMetadata(id(1), MetadataPatch.memoryMode("disabled"), false);
        update(new GitPatch(Patch.set("abc"), Patch.keep(), Patch.keep()));
        assertThat(store.readThread(new ReadThread(id(1), false)))
                .returns("disabled", StoredThread::memoryMode)
                .returns(new GitInfo("abc", null, null), StoredThread::gitInfo);
    }

    @Test
    void metadataOfUnknownThreadsCannotBeChanged() {
        assertThatThrownBy(() -> store.updateThreadMetadata(id(1), MetadataPatch.named("x"), true))
                .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                .hasMessage("thread not found: " + id(1));
    }

    @Test
    void anEmptyPatchJustReads() {
        stored(1, START, "hello");
        assertThat(store.updateThreadMetadata(id(1), MetadataPatch.EMPTY, false).preview())
                .isEqualTo("hello");
    }

    // Archive and deletion

    @Test
    void archivedThreadsAreListedApartAndComeBack() {
        stored(1, START, "one");
        stored(2, START.plusSeconds(60), "two");
        store.archiveThread(id(1));
        assertThat(ids(store.listThreads(ListThreads.newest(10)))).containsExactly(id(2));
        assertThat(ids(store.listThreads(archived()))).containsExactly(id(1));
        assertThat(store.readThread(new ReadThread(id(1), true)).archived()).isTrue();
        assertThatThrownBy(() -> store.readThread(new ReadThread(id(1), false)))
                .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                .hasMessage("thread " + id(1) + " is archived");
        assertNotFound(() -> store.archiveThread(id(1)));
        assertThat(store.unarchiveThread(id(1)))
                .returns(false, StoredThread::archived)
                .returns("one", StoredThread::preview);
        assertThat(ids(store.listThreads(ListThreads.newest(10)))).containsExactly(id(2), id(1));
        assertThat(store.listThreads(archived()).threads()).isEmpty();
    }

    protected static ListThreads archived() {
        return new ListThreads(10, null, SortKey.CREATED_AT, true, Set.of(), List.of(), null, true, null, false);
    }

    @Test
    void aNameSurvivesTheArchive() {
        stored(1, START, "one");
        store.updateThreadMetadata(id(1), MetadataPatch.named("N"), false);
        store.archiveThread(id(1));
        assertThat(store.readThread(new ReadThread(id(1), true)).name()).isEqualTo("N");
        assertThat(store.unarchiveThread(id(1)).name()).isEqualTo("N");
    }

    @Test
    void aDeletedThreadIsGoneAndItsForkStaysWhole() {
        stored(1, START, "hello");
        store.updateThreadMetadata(id(1), MetadataPatch.named("N"), false);
        try (var fork = start(2, START.plusSeconds(1))) {
            fork.appendHistory(ReadHistory.of(id(1)), Long.MAX_VALUE, _ -> true);
        }
        store.deleteThread(id(1));
        assertNotFound(() -> store.readThread(new ReadThread(id(1), true)));
        assertThat(ids(store.listThreads(ListThreads.newest(10)))).containsExactly(id(2));
        assertThat(history(id(2))).hasSize(5);
    }

    @Test
    void descendantsAreFoundThroughGenerations() {
        stored(1, START, "root");
        spawned(2, id(1));
        spawned(3, id(1));
        spawned(4, id(3));
        stored(5, START, "stranger");
        assertThat(store.descendants(id(1))).containsExactly(id(2), id(3), id(4));
        assertThat(store.descendants(id(5))).isEmpty();
    }

    private void spawned(int n, String parent) {
        var source =
                RawJson.of("{\"subagent\":{\"thread_spawn\":{\"parent_thread_id\":\"" + parent + "\",\"depth\":1}}}");
        add(n, START.plusSeconds(n), source, "/work dir");
    }
}
