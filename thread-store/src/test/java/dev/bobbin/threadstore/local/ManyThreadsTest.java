package dev.bobbin.threadstore.local;

import static dev.bobbin.threadstore.TestItems.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes with more threads than are looked at one by one for each list, over many days. */
class ManyThreadsTest {
    private static final int THREADS = 3_100;
    private static final Instant NEWEST = Instant.parse("2026-03-20T00:00:00Z");
    private static final int DAILY = 180;
    private static final Duration APART = Duration.ofDays(1).dividedBy(DAILY);

    @TempDir
    Path temp;

    private Path home;
    private LocalThreadStore store;

    @BeforeEach
    void open() throws IOException {
        home = temp.toRealPath().resolve("home");
        store = Homes.open(home, new TestClock());
    }

    private void fill(int threads) throws IOException {
        for (var n = 0; n < threads; n++) {
            copyIn(n, "question " + n);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Thread number 0 is the oldest. */
    private static Instant created(int n) {
        return NEWEST.minus(APART.multipliedBy(THREADS - n));
    }

    private Path copyIn(int n, String question) throws IOException {
        return copyIn(n, question, created(n));
    }

    private Path copyIn(int n, String question, Instant named) throws IOException {
        var day = Files.createDirectories(home.resolve("sessions")
                .resolve(named.toString().substring(0, 10).replace('-', '/')));
        var name = "rollout-" + named.toString().substring(0, 19).replace(':', '-') + "-" + id(n) + ".jsonl";
        return Files.writeString(day.resolve(name), Homes.lines(n, created(n), question));
    }

    private static List<String> ids(IntStream numbers) {
        return numbers.mapToObj(n -> id(n)).toList();
    }

    private static ListThreads list(int size, @Nullable String cursor, SortKey key, boolean descending) {
        return new ListThreads(size, cursor, key, descending, Set.of(), List.of(), null, false, null, false);
    }

    private List<String> through(int size, boolean descending) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var page = store.listThreads(list(size, cursor, SortKey.CREATED_AT, descending));
            page.threads().forEach(thread -> all.add(thread.threadId()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    @Test
    void manyClientsPageThroughAHomeWhileItIsRead() throws IOException, InterruptedException, ExecutionException {
        fill(THREADS);
        var oldestFirst = ids(IntStream.range(0, THREADS));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = clients.invokeAll(List.<Callable<List<String>>>of(
                    () -> through(100, true),
                    () -> through(7, true),
                    () -> through(100, false),
                    () -> through(33, true)));
            assertThat(pages.get(0).get()).isEqualTo(oldestFirst.reversed());
            assertThat(pages.get(1).get()).isEqualTo(oldestFirst.reversed());
            assertThat(pages.get(2).get()).isEqualTo(oldestFirst);
            assertThat(pages.get(3).get()).isEqualTo(oldestFirst.reversed());
        }
    }

    @Test
    void whatOthersDoToOldThreadsShowsInTheNextListThatHasThem() throws IOException {
        fill(THREADS);
        assertThat(through(100, true)).hasSize(THREADS);
        var gone = copyIn(40, "question 40");
        Files.delete(gone);
        copyIn(THREADS, "the newest, made where it was still the day before", NEWEST.minus(Duration.ofHours(20)));
        assertThat(through(25, true).getFirst()).isEqualTo(id(THREADS));
        assertThat(store.listThreads(list(1, null, SortKey.CREATED_AT, true)).threads())
                .extracting(StoredThread::preview)
                .containsExactly("the newest, made where it was still the day before");
        assertThat(through(100, true)).hasSize(THREADS).doesNotContain(id(40));
        var day = home.resolve("sessions/2026/03/10");
        try (var files = Files.list(day)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(day);
        assertThat(through(100, true)).hasSize(THREADS - DAILY);
        assertThat(through(100, false)).hasSize(THREADS - DAILY);
    }

    @Test
    void theThreadThatWasLastChangedComesFirstOnceItIsSeen() throws IOException {
        fill(100);
        Files.setLastModifiedTime(
                copyIn(17, "question 17"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(store.listThreads(list(1, null, SortKey.UPDATED_AT, true)).threads())
                .extracting(StoredThread::threadId)
                .containsExactly(id(17));
    }

    @Test
    void aTermIsLookedForInWholePreviewsAndNowhereElse() throws IOException {
        for (var n = 0; n < 60; n++) {
            copyIn(n, "x".repeat(IndexEntry.MAX_PREVIEW_CHARS) + (n == 11 ? " needle" : ""));
        }
        copyIn(100, "a needle early on");
        var wanted =
                new ListThreads(5, null, SortKey.CREATED_AT, true, Set.of(), List.of(), null, false, "needle", false);
        assertThat(store.listThreads(wanted).threads())
                .extracting(StoredThread::threadId)
                .containsExactly(id(100), id(11));
    }
}
