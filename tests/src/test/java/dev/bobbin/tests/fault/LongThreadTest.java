package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ThreadMethods;
import dev.bobbin.tests.bench.GeneratedRollout;
import dev.bobbin.tests.harness.ModelReply;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.RpcError;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread of several times the server's memory: it is listed, read in pages, resumed and gone on with. */
class LongThreadTest {
    private static final String HEAP = "-Xmx24m";
    private static final long LENGTH = 64 << 20;
    private static final int OUTPUT = 8_192;
    private static final int PAGE = 25;
    /** What goes to the model at most, of this heap. */
    private static final long MOST_OF_CONVERSATION = 5 << 20;
    /** What this model takes in, in letters. */
    private static final int WINDOW = 1_700_000;

    private static final int MOST_ATTEMPTS = 10;

    @TempDir
    Path folder;

    private GeneratedRollout.Written written;

    private TestAppServer server(GeneratedRollout rollout) throws IOException {
        var setup = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("BOBBIN_JAVA_OPTS", HEAP)
                .configTables("[model_providers.bench]\nname = \"bench\"\nbase_url = \"http://127.0.0.1:1\"");
        written = rollout.write(setup.home());
        return setup.start();
    }

    @BeforeEach
    void home() throws IOException {
        Files.createDirectories(folder.resolve("home"));
    }

    private Map<String, Object> thread(Map<String, Object> more) {
        var params = new HashMap<String, Object>(more);
        params.put("threadId", written.threadId());
        return params;
    }

    private TestThread resume(TestAppServer server) {
        return new TestThread(server.call(
                "thread/resume", thread(Map.of("excludeTurns", true, "modelProvider", "mock", "model", "mock-model"))));
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(turn -> turn.path("id").asText())
                .toList();
    }

    @Test
    void itsTurnsAreReadInPagesWhetherItIsLoadedOrNot() throws IOException {
        try (var server = server(new GeneratedRollout(LENGTH, OUTPUT, true, 0))) {
            var listed = server.call("thread/list", Map.of("modelProviders", List.of()));
            assertThat(listed.at("/data/0/id").asText()).isEqualTo(written.threadId());
            assertThat(server.call("thread/read", thread(Map.of()))
                            .at("/thread/preview")
                            .asText())
                    .startsWith("question 0");
            var stored = page(server, null, 2);
            assertThat(stored).hasSize(2 * PAGE).doesNotHaveDuplicates();
            resume(server);
            assertThat(page(server, null, 2)).isEqualTo(stored);
            var oldest = server.call(
                    "thread/turns/list", thread(Map.of("sortDirection", "asc", "limit", PAGE, "itemsView", "full")));
            assertThat(oldest.at("/data/0/items/0/content/0/text").asText()).startsWith("question 0 ");
            var items = server.call(
                    "thread/turns/items/list",
                    thread(Map.of("turnId", ids(oldest).get(3))));
            assertThat(items.at("/data/0/content/0/text").asText()).startsWith("question 3 ");
        }
    }

    /** The ids of so many pages of turns, newest first. Each turn has its items. */
    private List<String> page(TestAppServer server, String cursor, int pages) {
        var all = new ArrayList<String>();
        var next = cursor;
        for (var i = 0; i < pages; i++) {
            var page = server.call(
                    "thread/turns/list",
                    thread(next == null ? Map.of("limit", PAGE) : Map.of("limit", PAGE, "cursor", next)));
            page.path("data")
                    .forEach(turn ->
                            assertThat(turn.at("/items/1/text").asText()).startsWith("answer "));
            all.addAll(ids(page));
            next = page.path("nextCursor").asText();
        }
        return all;
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedAndTheServerLives() throws IOException {
        try (var server = server(new GeneratedRollout(LENGTH, OUTPUT, true, 0))) {
            var refusals = new ArrayList<RpcError>();
            refusals.add(server.refusal(ThreadMethods.THREAD_READ, thread(Map.of("includeTurns", true))));
            refusals.add(server.refusal(ThreadMethods.THREAD_RESUME, thread(Map.of())));
            refusals.add(server.refusal(ThreadMethods.THREAD_FORK, thread(Map.of())));
            resume(server);
            refusals.add(server.refusal(ThreadMethods.THREAD_READ, thread(Map.of("includeTurns", true))));
            refusals.add(server.refusal(ThreadMethods.THREAD_ROLLBACK, thread(Map.of("numTurns", 1))));
            assertThat(refusals)
                    .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo("thread_too_long"));
            assertThat(Files.size(written.file())).isEqualTo(written.bytes());
            var listed = server.call("thread/list", Map.of("modelProviders", List.of()));
            assertThat(listed.path("data"))
                    .as("nothing was made of what was refused")
                    .hasSize(1);
            var fork = server.call("thread/fork", thread(Map.of("excludeTurns", true)));
            assertThat(Files.size(Path.of(fork.at("/thread/path").asText()))).isGreaterThan(written.bytes());
        }
    }

    @Test
    void itIsExportedLineByLine() throws Exception {
        written = new GeneratedRollout(LENGTH, OUTPUT, true, 0).write(folder.resolve("home"));
        var copy = folder.resolve("copy.jsonl");
        assertThat(threads("export", written.threadId(), "--output", copy.toString()))
                .isEmpty();
        assertThat(Files.mismatch(written.file(), copy)).isEqualTo(-1);
        var page = folder.resolve("page.html");
        assertThat(threads("export", written.threadId(), "--output", page.toString()))
                .contains("too long to be shown in", "jsonl");
        assertThat(page).doesNotExist();
    }

    /** What a command for people complains of. */
    private String threads(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PackagedServer.launcher().toString(), "threads"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CODEX_HOME", folder.resolve("home").toString());
        builder.environment().put("BOBBIN_JAVA_OPTS", HEAP);
        var process = builder.start();
        var complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return complaints;
    }

    @Test
    void ofAConversationThatIsTooLongTheNewestIsSummedUpAndGoneOnWith() throws IOException {
        try (var server = server(new GeneratedRollout(LENGTH, OUTPUT, false, 0))) {
            server.model().then(ModelReply.says("all that matters")).then(ModelReply.says("yes"));
            var turn = server.runTurn(resume(server), "and now?");
            assertThat(turn.answer()).isEqualTo("yes");
            assertThat(turn.status()).isEqualTo("completed");
            assertThat(turn.notifications().toString()).contains("too long to be sent whole");
            var summedUp = server.model().requests().getFirst().body().toString();
            assertThat(summedUp)
                    .hasSizeLessThan((int) MOST_OF_CONVERSATION)
                    .contains("answer " + (written.turns() - 1) + " ")
                    .doesNotContain("answer 0 ");
            assertThat(server.model().lastRequest().body().toString())
                    .contains("all that matters")
                    .contains("environment_context")
                    .contains("and now?")
                    .doesNotContain("answer ");
        }
    }

    @Test
    void whatNoModelCanTakeInIsSummedUpInAFewAttempts() throws IOException {
        try (var server = server(new GeneratedRollout(LENGTH, OUTPUT, false, 0))) {
            server.model()
                    .otherwise(request -> request.body().toString().length() > WINDOW
                            ? ModelReply.reply().failed("context_length_exceeded", "too long")
                            : ModelReply.says("yes"));
            assertThat(server.runTurn(resume(server), "and now?").answer()).isEqualTo("yes");
            assertThat(server.model().requests().size()).isLessThan(MOST_ATTEMPTS);
        }
    }

    @Test
    void aSummaryStandsForAllThatWasBeforeIt() throws IOException {
        var often = 100;
        try (var server = server(new GeneratedRollout(LENGTH, OUTPUT, true, often))) {
            server.model().then(ModelReply.says("yes"));
            var turn = server.runTurn(resume(server), "and now?");
            assertThat(turn.notifications().toString()).doesNotContain("too long");
            var summed = written.turns() / often * often;
            var sent = server.model().lastRequest().body().toString();
            assertThat(sent)
                    .contains("Summary of " + summed + " turns")
                    .contains("answer " + summed + " ")
                    .doesNotContain("answer " + (summed - 1) + " ");
        }
    }
}
