package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.tests.harness.TestThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadNameTest {
    @TempDir
    Path folder;

    @Test
    void aNameOutlivesTurnsResumesAndRestarts() throws Exception {
        try (var server = TestAppServer.in(folder)
                .modelSays("one")
                .modelSays("two")
                .modelSays("three")
                .start()) {
            var thread = server.startThread();
            name(server, thread, "Before the first turn");
            server.runTurn(thread, "first");
            assertName(server, thread, "Before the first turn");

            name(server, thread, "Given");
            server.runTurn(thread, "second");
            assertName(server, thread, "Given");

            server.restart();
            server.resumeThread(thread.id());
            server.runTurn(thread, "third");
            assertName(server, thread, "Given");
            server.restart();
            assertName(server, thread, "Given");
        }
    }

    @Test
    void anArchivedThreadCanBeNamed() throws Exception {
        try (var server = TestAppServer.in(folder).modelSays("one").start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            server.call(ClientMethods.THREAD_ARCHIVE, Map.of("threadId", thread.id()));
            name(server, thread, "In the archive");
            assertThat(list(server, true).path("name").asText()).isEqualTo("In the archive");
            server.restart();
            assertThat(list(server, true).path("name").asText()).isEqualTo("In the archive");
            server.call(ClientMethods.THREAD_UNARCHIVE, Map.of("threadId", thread.id()));
            assertName(server, thread, "In the archive");
        }
    }

    private static void name(TestAppServer server, TestThread thread, String name) {
        server.call(ClientMethods.THREAD_NAME_SET, Map.of("threadId", thread.id(), "name", name));
    }

    private static void assertName(TestAppServer server, TestThread thread, String name) {
        var read = server.call(ClientMethods.THREAD_READ, Map.of("threadId", thread.id()));
        assertThat(read.at("/thread/name").asText()).isEqualTo(name);
        assertThat(list(server, false).path("name").asText()).isEqualTo(name);
        assertThat(list(server, false).path("preview").asText()).isEqualTo("first");
        var found = server.call(ClientMethods.THREAD_LIST, Map.of("searchTerm", name));
        assertThat(found.at("/data/0/id").asText()).isEqualTo(thread.id());
    }

    private static JsonNode list(TestAppServer server, boolean archived) {
        var sources = List.of("vscode", "appServer", "cli");
        var page = server.call(ClientMethods.THREAD_LIST, Map.of("archived", archived, "sourceKinds", sources));
        assertThat(page.path("data")).hasSize(1);
        return page.at("/data/0");
    }
}
