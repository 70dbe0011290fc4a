package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.PackagedServer;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestTurn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one home, one of which dies. */
@Tag("process")
class TwoServersTest {
    @TempDir
    Path folder;

    @Test
    void theSecondIsToldWhoHasTheThreadAndGetsItWhenThatOneIsKilled() throws Exception {
        try (var first = TestAppServer.in(folder)
                        .process(PackagedServer.command())
                        .modelSays("one")
                        .start();
                var second = TestAppServer.in(folder)
                        .process(PackagedServer.command())
                        .withoutConfig()
                        .start()) {
            var thread = first.startThread();
            first.runTurn(thread, "first");

            var error = second.refusal(ClientMethods.THREAD_RESUME, Map.of("threadId", thread.id()));
            assertThat(error.message()).contains("thread " + thread.id() + " already has an active writer");
            assertThat(error.data()).isNotNull();
            assertThat(error.data().at("/holder/pid").asLong()).isEqualTo(first.pid());
            assertThat(error.data().at("/holder/client").asText()).contains("bobbin-tests");
            assertThat(second.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id()))
                            .at("/thread/preview")
                            .asText())
                    .isEqualTo("first");

            // The very next request succeeds: the dead hold nothing, and nothing is judged by its age.
            first.kill();
            assertThat(second.resumeThread(thread.id()).turns())
                    .extracting(TestTurn::answer)
                    .containsExactly("one");
        }
    }
}
