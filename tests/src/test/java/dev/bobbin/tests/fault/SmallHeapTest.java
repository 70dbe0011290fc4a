package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.harness.Answer;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit into a small heap is refused, and nothing else suffers from it. */
@Tag("process")
class SmallHeapTest {
    private static final int HEAP_MIB = 48;
    private static final int MANY_REQUESTS = 10_000;

    @Test
    void aLineThatDoesNotFitIsRefusedAndTheNextIsAnswered(@TempDir Path folder) throws Exception {
        try (var server = TestAppServer.in(folder)
                .process(PackagedServer.command())
                .environment("BOBBIN_JAVA_OPTS", "-Xmx" + HEAP_MIB + "m")
                .modelSays("Yes.")
                .modelSays("Still.")
                .start()) {
            var thread = server.startThread();
            assertThat(server.runTurn(thread, "there?").answer()).isEqualTo("Yes.");

            sendLongLine(server, "{\"id\":\"long\",\"method\":\"thread/list\",\"params\":{\"searchTerm\":\"");
            assertThat(server.rawAnswerTo("\"long\"")).isInstanceOf(Answer.Refused.class);
            var ids = new ArrayList<String>();
            for (var i = 0; i < MANY_REQUESTS; i++) {
                ids.add(server.send("thread/loaded/list", Map.of()));
            }
            for (var id : ids) {
                assertThat(server.answerTo(id)).isNotNull();
            }

            assertThat(server.runTurn(thread, "still there?").answer()).isEqualTo("Still.");
        }
    }

    /** A request whose last text takes more than the whole heap. */
    private static void sendLongLine(TestAppServer server, String beginning) {
        server.sendBytes(beginning.getBytes(StandardCharsets.UTF_8));
        var piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'x');
        for (var sent = 0; sent <= HEAP_MIB; sent++) {
            server.sendBytes(piece);
        }
        server.sendBytes("\"}}\n".getBytes(StandardCharsets.UTF_8));
    }
}
