package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the index are overwritten, under a running server and between two: threads are listed, read and go on. */
class CorruptDatabaseTest {
    private static final int THREADS = 5;
    private static final int ROUNDS = 8;
    private static final int PIECE = 512;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRolloutsAreTheTruth(long seed) throws Exception {
        var random = new Random(seed);
        try (var server = TestAppServer.in(folder).start()) {
            server.model().otherwise(_ -> ModelReply.says("yes"));
            var ids = new ArrayList<String>();
            for (var i = 0; i < THREADS; i++) {
                var thread = server.startThread();
                server.runTurn(thread, "thread " + i);
                ids.add(thread.id());
            }
            for (var round = 0; round < ROUNDS; round++) {
                if (random.nextBoolean()) {
                    server.end();
                    damage(server.home(), random, _ -> true);
                    server.restart();
                } else {
                    damage(server.home(), random, name -> !name.endsWith("-shm"));
                }
                assertEverythingIsThere(server, ids, random, seed + ", round " + round);
            }
        }
    }

    private static void assertEverythingIsThere(TestAppServer server, List<String> ids, Random random, String where) {
        assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("modelProviders", List.of()))
                        .path("data"))
                .as("seed %s", where)
                .extracting(thread -> thread.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        var id = ids.get(random.nextInt(ids.size()));
        var thread = server.resumeThread(id);
        var turns = thread.turns().size();
        assertThat(server.runTurn(thread, "on").status()).as("seed %s", where).isEqualTo("completed");
        assertThat(server.resumeThread(id).turns()).as("seed %s", where).hasSize(turns + 1);
    }

    /** Overwrites some pieces of the database, its log and its shared memory. */
    private static void damage(Path home, Random random, Predicate<String> which) throws IOException {
        List<Path> files;
        try (var all = Files.list(home)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("state_5.sqlite"))
                    .filter(file -> which.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                for (var i = 0; i < 1 + random.nextInt(4) && out.length() > PIECE; i++) {
                    var rubbish = new byte[PIECE];
                    random.nextBytes(rubbish);
                    out.seek(random.nextLong(out.length() - PIECE));
                    out.write(rubbish);
                }
            }
        }
    }
}
