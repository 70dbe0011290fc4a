package dev.bobbin.tests.compat;

import com.github.luben.zstd.Zstd;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills a home through a server with threads of every kind. */
final class FilledHome {
    static final int THREADS = 30;

    private final TestAppServer server;
    private final List<String> threads = new ArrayList<>();

    FilledHome(TestAppServer server) {
        this.server = server;
    }

    /** Thirty threads: with one or more turns, named, forked, rolled back, compacted, with git facts, archived. */
    void fill() {
        for (var n = 0; n < THREADS; n++) {
            var thread = n % 9 == 5 ? fork(n) : server.startThread();
            threads.add(thread.id());
            for (var turn = 0; turn <= n % 3; turn++) {
                run(thread, "Question " + turn + " of thread " + n + ", \"quoted\", größer\nand longer");
            }
            decide(thread, n);
        }
        for (var n = 3; n < THREADS; n += 4) {
            server.call(ClientMethods.THREAD_ARCHIVE, Map.of("threadId", threads.get(n)));
        }
    }

    private TestThread fork(int n) {
        server.runTurn(server.resumeThread(say(threads.get(n - 1))), "Before the fork");
        return server.forkThread(server.resumeThread(threads.get(n - 1)), Map.of());
    }

    private String say(String threadId) {
        server.model().then(ModelReply.says("Said before the fork."));
        return threadId;
    }

    private void run(TestThread thread, String text) {
        server.model().then(ModelReply.says("Answer to: " + text));
        server.runTurn(thread, text);
    }

    private void decide(TestThread thread, int n) {
        if (n % 5 == 1) {
            server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", thread.id(), "name", "Name " + n + " 名前"));
        }
        if (n % 6 == 2) {
            var git = Map.of("sha", "abc" + n, "branch", "side", "originUrl", "https://example.org/x.git");
            server.call(ClientMethods.THREAD_METADATA_UPDATE, Map.of("threadId", thread.id(), "gitInfo", git));
        }
        if (n % 7 == 4) {
            server.call(ClientMethods.THREAD_ROLLBACK, Map.of("threadId", thread.id(), "numTurns", 1));
        }
        if (n % 10 == 7) {
            server.model().then(ModelReply.says("A summary."));
            server.call(ClientMethods.THREAD_COMPACT_START, Map.of("threadId", thread.id()));
            server.finishTurn(thread);
            run(thread, "After the compaction");
        }
        if (n % 8 == 6) {
            server.call(ClientMethods.THREAD_MEMORY_MODE_SET, Map.of("threadId", thread.id(), "mode", "disabled"));
        }
    }

    /** One more turn for every thread; archived ones come back for it and go again. Some get another name. */
    void goOn(String text) {
        for (var archived : List.of(false, true)) {
            for (var id : listed(archived)) {
                if (archived) {
                    server.call(ClientMethods.THREAD_UNARCHIVE, Map.of("threadId", id));
                }
                run(server.resumeThread(id), text);
                if (threads.isEmpty() && id.hashCode() % 4 == 0) {
                    server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", id, "name", "Renamed " + text));
                }
                if (archived) {
                    server.call(ClientMethods.THREAD_ARCHIVE, Map.of("threadId", id));
                }
            }
        }
    }

    private List<String> listed(boolean archived) {
        return SharedView.pages(server, Map.of("archived", archived, "limit", 100)).stream()
                .map(thread -> thread.path("id").asText())
                .toList();
    }

    /** Compresses every third rollout, live and archived ones, as a server does with old ones. No server may run. */
    static void compressSome(Path home) throws IOException {
        List<Path> rollouts;
        try (var files = Files.walk(home)) {
            rollouts = files.filter(file -> file.toString().endsWith(".jsonl")
                            && file.toString().contains("rollout-"))
                    .sorted()
                    .collect(Collectors.toList());
        }
        for (var i = 0; i < rollouts.size(); i += 3) {
            var file = rollouts.get(i);
            var compressed = file.resolveSibling(file.getFileName() + ".zst");
            Files.write(compressed, Zstd.compress(Files.readAllBytes(file)));
            Files.setLastModifiedTime(compressed, Files.getLastModifiedTime(file));
            Files.delete(file);
        }
    }
}
