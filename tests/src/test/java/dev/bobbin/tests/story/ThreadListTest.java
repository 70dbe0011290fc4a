package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.CopiedRollouts;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadListTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"created_at,desc", "created_at,asc", "updated_at,desc", "updated_at,asc"})
    void threadsOfOneTimeArePagedThroughWhileOthersArrive(String key, String direction) throws Exception {
        var rollouts = new CopiedRollouts(folder.resolve("home"));
        for (var i = 0; i < 100; i++) {
            touch(rollouts.add(i, NOON, "thread " + i), NOON);
        }
        try (var server = TestAppServer.in(folder).start()) {
            var done = new CountDownLatch(1);
            var inserting = Thread.ofPlatform().start(() -> insert(rollouts, done));
            List<String> seen;
            try {
                seen = ids(pages(server, Map.of("sortKey", key, "sortDirection", direction, "limit", 7)));
            } finally {
                done.countDown();
                inserting.join();
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(numbers(0, 100));
        }
    }

    /** Adds threads of the same time, before and behind the ones that are listed, until told to end. */
    private static void insert(CopiedRollouts rollouts, CountDownLatch done) {
        try {
            for (var i = 0; i < 500 && done.getCount() > 0; i++) {
                touch(rollouts.add(1_000 + i, NOON.plusSeconds(i % 3 - 1), "inserted"), NOON);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theWayBackShowsTheSamePage() throws Exception {
        var rollouts = new CopiedRollouts(folder.resolve("home"));
        for (var i = 0; i < 20; i++) {
            rollouts.add(i, NOON, "thread " + i);
        }
        try (var server = TestAppServer.in(folder).start()) {
            var first = server.call(ClientMethods.THREAD_LIST, Map.of("limit", 10));
            var second = server.call(
                    ClientMethods.THREAD_LIST,
                    Map.of("limit", 10, "cursor", first.path("nextCursor").asText()));
            var back = server.call(
                    ClientMethods.THREAD_LIST,
                    Map.of(
                            "limit",
                            10,
                            "sortDirection",
                            "asc",
                            "cursor",
                            second.path("backwardsCursor").asText()));
            assertThat(idsOf(back)).startsWith(idsOf(second).getFirst());
            assertThat(idsOf(back).subList(1, 10))
                    .isEqualTo(idsOf(first).reversed().subList(0, 9));
        }
    }

    @ParameterizedTest
    @CsvSource({"America/St_Johns", "Asia/Kathmandu"})
    @Tag("process")
    void cursorsHoldInEveryTimeZone(String zone) throws Exception {
        var rollouts = new CopiedRollouts(folder.resolve("home"));
        for (var i = 0; i < 30; i++) {
            rollouts.add(i, NOON.plus(Duration.ofMinutes(17L * i)), "thread " + i);
        }
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("TZ", zone)
                .start()) {
            assertThat(ids(pages(server, Map.of("limit", 4, "sortDirection", "asc"))))
                    .isEqualTo(numbers(0, 30));
            assertThat(ids(pages(server, Map.of("limit", 4))))
                    .isEqualTo(numbers(0, 30).reversed());
        }
    }

    @Test
    void copiedRolloutsAppearInARunningServer() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(pages(server, Map.of())).isEmpty();
            var rollouts = new CopiedRollouts(server.home());
            for (var i = 0; i < 2_000; i++) {
                rollouts.add(i, NOON.plusSeconds(i), "thread " + i);
            }
            var wanted = numbers(0, 2_000).reversed();
            var deadline = System.nanoTime() + TestAppServer.LIMIT.toNanos();
            List<String> seen;
            do {
                seen = ids(pages(server, Map.of("limit", 100)));
            } while (seen.size() < wanted.size() && System.nanoTime() < deadline);
            assertThat(seen).isEqualTo(wanted);
        }
    }

    @Test
    void aThreadWhoseFileIsAwayForAMomentComesBackAsItWas() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("yes").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "go");
            server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", thread.id(), "name", "Kept"));
            server.call(
                    ClientMethods.THREAD_METADATA_UPDATE,
                    Map.of("threadId", thread.id(), "gitInfo", Map.of("branch", "side")));
            server.restart();
            var file = Path.of(onlyThread(server).path("path").asText());
            var away = Files.move(file, folder.resolve("away.jsonl"));
            server.call(ClientMethods.THREAD_LIST, Map.of());
            Files.move(away, file);
            assertThat(onlyThread(server).path("name").asText()).isEqualTo("Kept");
            assertThat(onlyThread(server).at("/gitInfo/branch").asText()).isEqualTo("side");
        }
    }

    private static JsonNode onlyThread(TestAppServer server) {
        var listed = pages(server, Map.of());
        assertThat(listed).hasSize(1);
        return listed.getFirst();
    }

    @Test
    void badBytesAndByteOrderMarksHideNoThread() throws Exception {
        var rollouts = new CopiedRollouts(folder.resolve("home"));
        var marked = new ByteArrayOutputStream();
        marked.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marked.write(CopiedRollouts.content(0, NOON, "behind a mark").getBytes(StandardCharsets.UTF_8));
        rollouts.add(0, NOON, marked.toByteArray());
        var broken = new ByteArrayOutputStream();
        broken.write(CopiedRollouts.content(1, NOON, "before bad bytes").getBytes(StandardCharsets.UTF_8));
        broken.write(new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        rollouts.add(1, NOON.plusSeconds(1), broken.toByteArray());
        var inside = CopiedRollouts.content(2, NOON, "bad #").getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < inside.length; i++) {
            if (inside[i] == '#') {
                inside[i] = (byte) 0xFF;
            }
        }
        rollouts.add(2, NOON.plusSeconds(2), inside);
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(pages(server, Map.of("sortDirection", "asc")))
                    .extracting(thread -> thread.path("preview").asText())
                    .containsExactly("behind a mark", "before bad bytes", "bad \ufffd");
        }
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(time));
    }

    private static List<String> numbers(int from, int to) {
        return new ArrayList<>(
                IntStream.range(from, to).mapToObj(CopiedRollouts::id).toList());
    }

    private static List<JsonNode> pages(TestAppServer server, Map<String, ?> params) {
        var threads = new ArrayList<JsonNode>();
        var asked = new HashMap<String, Object>(params);
        while (true) {
            var page = server.call(ClientMethods.THREAD_LIST, asked);
            page.path("data").forEach(threads::add);
            if (page.path("nextCursor").isNull()) {
                return threads;
            }
            asked.put("cursor", page.path("nextCursor").asText());
        }
    }

    private static List<String> ids(List<JsonNode> threads) {
        return threads.stream().map(thread -> thread.path("id").asText()).toList();
    }

    private static List<String> idsOf(JsonNode page) {
        var threads = new ArrayList<JsonNode>();
        page.path("data").forEach(threads::add);
        return ids(threads);
    }
}
