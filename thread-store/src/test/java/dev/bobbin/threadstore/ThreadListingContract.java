package dev.bobbin.threadstore;

import static dev.bobbin.threadstore.TestItems.agentMessage;
import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.started;
import static dev.bobbin.threadstore.TestItems.userMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of {@link ThreadStoreContract} that is about lists, searches and many clients at once. */
abstract class ThreadListingContract extends ThreadStoreFixture {
    // Lists

    @Test
    void listsAreCutIntoPagesWithoutGapsInBothDirections() {
        for (var n = 1; n <= 7; n++) {
            stored(n, START.plusSeconds(n), "question " + n);
        }
        assertThat(paged(3, true)).containsExactly(id(7), id(6), id(5), id(4), id(3), id(2), id(1));
        assertThat(paged(3, false)).containsExactly(id(1), id(2), id(3), id(4), id(5), id(6), id(7));
        assertThat(paged(7, true)).hasSize(7);
    }

    @Test
    void threadsOfOneMomentAreAllReachable() {
        for (var n = 1; n <= 9; n++) {
            stored(n, START, "question " + n);
        }
        var ids = IntStream.rangeClosed(1, 9).mapToObj(TestItems::id).toList();
        assertThat(paged(2, false)).isEqualTo(ids);
        assertThat(paged(2, true)).isEqualTo(ids.reversed());
    }

    private List<String> paged(int size, boolean descending) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var page = store.listThreads(list(size, cursor, descending));
            all.addAll(ids(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    private static ListThreads list(int size, @Nullable String cursor, boolean descending) {
        return new ListThreads(
                size, cursor, SortKey.CREATED_AT, descending, Set.of(), List.of(), null, false, null, false);
    }

    @Test
    void cursorsAreTimesAsLongAsThatIsEnough() {
        for (var n = 1; n <= 3; n++) {
            stored(n, START.plusSeconds(n), "question " + n);
        }
        var page = store.listThreads(list(2, null, true));
        assertThat(page.nextCursor()).isEqualTo("2026-03-01T10:00:02Z");
        assertThat(page.backwardsCursor()).isEqualTo("2026-03-01T10:00:02.999Z");
        assertThat(ids(store.listThreads(list(2, page.nextCursor(), true)))).containsExactly(id(1));
        assertThat(ids(store.listThreads(list(2, page.backwardsCursor(), false))))
                .containsExactly(id(3));
        assertThat(ids(store.listThreads(list(9, "2026-03-01T10-00-02", true)))).containsExactly(id(1));
        assertThat(ids(store.listThreads(list(9, "2026-03-01T11:00:02+01:00", false))))
                .containsExactly(id(3));
    }

    @Test
    void theWayBackLeadsToTheSameThreadsAlsoAtOneMoment() {
        for (var n = 1; n <= 6; n++) {
            stored(n, START, "question " + n);
        }
        var second =
                store.listThreads(list(2, store.listThreads(list(2, null, true)).nextCursor(), true));
        assertThat(ids(second)).containsExactly(id(4), id(3));
        assertThat(ids(store.listThreads(list(3, second.backwardsCursor(), false))))
                .containsExactly(id(4), id(5), id(6));
    }

    @Test
    void aThreadOfTheSameSecondAsAFullPageIsNotMissed() {
        for (var n = 1; n <= 5; n++) {
            stored(n, START, "question " + n);
        }
        assertThat(ids(store.listThreads(list(2, null, true)))).containsExactly(id(5), id(4));
        stored(6, START, "one more");
        assertThat(ids(store.listThreads(list(2, null, true)))).containsExactly(id(6), id(5));
    }

    @Test
    void timesAreReadInTheWaysInWhichOthersWriteThem() {
        stored(1, START, "one");
        stored(2, START.plusSeconds(1), "two");
        for (var cursor : List.of(
                "2026-03-01T10:00:01Z",
                "2026-03-01T10-00-01",
                "2026-03-01 10:00:01.000000000000Z",
                "2026-03-01t10:00:01z",
                "2026-03-01T12:00:01+02:00")) {
            assertThat(ids(store.listThreads(list(2, cursor, true)))).as(cursor).containsExactly(id(1));
        }
    }

    @Test
    void otherCursorsAreRefused() {
        for (var cursor : List.of(
                "garbage",
                "",
                "2026-03-01",
                "-2026-03-01T10:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:00:00Z|" + id(1),
                "2026-03-01T10:00:00Z[x=1]")) {
            assertThatThrownBy(() -> store.listThreads(list(2, cursor, true)))
                    .isInstanceOf(ThreadStoreException.InvalidRequest.class)
                    .hasMessage("invalid cursor: " + cursor);
        }
    }

    @Test
    void listsAreFilteredBySourceProviderDirectoryAndTerm() {
        add(1, START, RawJson.of("\"cli\""), "/a");
        add(2, START.plusSeconds(1), RawJson.of("\"exec\""), "/a");
        add(3, START.plusSeconds(2), RawJson.of("{\"subagent\":\"review\"}"), "/b");
        assertThat(filtered(EnumSet.of(SourceKind.CLI), List.of(), null, null)).containsExactly(id(1));
        assertThat(filtered(SourceKind.subAgents(), List.of(), null, null)).containsExactly(id(3));
        assertThat(filtered(Set.of(), null, null, null)).hasSize(3);
        assertThat(filtered(Set.of(), List.of("other"), null, null)).isEmpty();
        assertThat(filtered(Set.of(), List.of(), List.of("/a/"), null)).containsExactly(id(2), id(1));
        assertThat(filtered(Set.of(), List.of(), List.of(), null)).isEmpty();
        assertThat(filtered(Set.of(), List.of(), null, "question 2")).containsExactly(id(2));
        assertThat(filtered(Set.of(), List.of(), null, "QUESTION")).isEmpty();
        assertThat(filtered(Set.of(), List.of(), null, "")).hasSize(3);
        store.updateThreadMetadata(id(1), MetadataPatch.named("Odd 100%"), false);
        assertThat(filtered(Set.of(), List.of(), null, "100%")).containsExactly(id(1));
    }

    private List<String> filtered(
            Set<SourceKind> sources,
            @Nullable List<String> providers,
            @Nullable List<String> cwds,
            @Nullable String term) {
        return ids(store.listThreads(
                new ListThreads(10, null, SortKey.CREATED_AT, true, sources, providers, cwds, false, term, false)));
    }

    @Test
    void listsCanBeOrderedByTheLastChange() {
        stored(1, START, "one");
        clock.advance(Duration.ofSeconds(10));
        stored(2, START.plusSeconds(1), "two");
        clock.advance(Duration.ofSeconds(10));
        try (var live = resume(id(1), new ArrayList<>())) {
            live.append(List.of(userMessage("later")));
        }
        changedAt(id(2), START.plusSeconds(10));
        changedAt(id(1), START.plusSeconds(20));
        var byUpdate =
                new ListThreads(10, null, SortKey.UPDATED_AT, true, Set.of(), List.of(), null, false, null, false);
        assertThat(ids(store.listThreads(byUpdate))).containsExactly(id(1), id(2));
    }

    // Search

    @Test
    void searchLooksIntoTheConversationWithoutCase() {
        stored(1, START, "where is the   Needle\nin this haystack");
        stored(2, START.plusSeconds(1), "nothing here");
        var page = search("NEEDLE", 10, null);
        assertThat(page.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.thread().threadId()).isEqualTo(id(1));
            assertThat(hit.snippet()).isEqualTo("where is the Needle in this haystack");
        });
        assertThat(page.nextCursor()).isNull();
        assertThat(search("task_started", 10, null).hits()).isEmpty();
    }

    @Test
    void longTextsAreCutAroundTheMatch() {
        stored(1, START, "a".repeat(100) + " needle " + "b".repeat(200));
        assertThat(search("needle", 10, null).hits().getFirst().snippet())
                .isEqualTo("... " + "a".repeat(47) + " needle " + "b".repeat(95) + " ...");
    }

    @Test
    void searchesAreCutIntoPages() {
        for (var n = 1; n <= 5; n++) {
            stored(n, START, "hello " + n);
        }
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page = search("hello", 2, cursor);
            page.hits().forEach(hit -> found.add(hit.thread().threadId()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(found).containsExactly(id(5), id(4), id(3), id(2), id(1));
    }

    private SearchPage search(String term, int size, @Nullable String cursor) {
        return store.searchThreads(new SearchThreads(term, size, cursor, SortKey.CREATED_AT, true, Set.of(), false));
    }

    // Many at once

    @Test
    void threadsAreWrittenAndListedAtTheSameTime() throws InterruptedException {
        var writers = 4;
        var perWriter = 10;
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var done = new CountDownLatch(writers);
        for (var w = 0; w < writers; w++) {
            var first = w * perWriter;
            Thread.ofVirtual().start(() -> {
                try {
                    for (var n = first; n < first + perWriter; n++) {
                        stored(n, START, "question " + n);
                    }
                } catch (RuntimeException | AssertionError e) {
                    failures.add(e);
                } finally {
                    done.countDown();
                }
            });
        }
        while (done.getCount() > 0) {
            var listed = paged(7, true);
            assertThat(listed).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
        done.await();
        assertThat(failures).isEmpty();
        assertThat(paged(7, true)).hasSize(writers * perWriter);
    }

    @Test
    void pagesAreCompleteUnderConcurrentInserts() throws InterruptedException {
        for (var n = 100; n < 200; n++) {
            stored(n, START, "old " + n);
        }
        var inserting = Thread.ofVirtual().start(() -> {
            for (var n = 300; n < 340; n++) {
                stored(n, START, "new " + n);
            }
        });
        var expected = IntStream.range(100, 200).mapToObj(TestItems::id).toList();
        assertThat(paged(9, true)).containsAll(expected).doesNotHaveDuplicates();
        assertThat(paged(9, false)).containsAll(expected).doesNotHaveDuplicates();
        inserting.join();
    }

    @Test
    void readersSeeWholeBatchesWhileOneWrites() throws InterruptedException {
        try (var live = start(1, START)) {
            live.append(List.of(userMessage("hello")));
            List<RolloutItem> batch = List.of(started("t"), agentMessage("x".repeat(5_000)));
            var writing = Thread.ofVirtual().start(() -> {
                for (var i = 0; i < 50; i++) {
                    store.append(id(1), batch);
                }
            });
            while (writing.isAlive()) {
                assertThat(history(id(1))).startsWith("session_meta", "user_message");
            }
            writing.join();
        }
        assertThat(history(id(1))).hasSize(102);
    }
}
