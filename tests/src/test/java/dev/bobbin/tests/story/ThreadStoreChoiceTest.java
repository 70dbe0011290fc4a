package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import dev.bobbin.threadstore.OutsideStoreJar;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration says where threads are kept, also in a store that comes in a jar of somebody else's. */
class ThreadStoreChoiceTest {
    @TempDir
    Path folder;

    @Test
    void aStoreInAJarOfItsOwnKeepsTheThreads() throws Exception {
        var before = Thread.currentThread().getContextClassLoader();
        var jar = OutsideStoreJar.make(Files.createDirectories(folder.resolve("store")));
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            keepsThreads("experimental_thread_store = { type = \"outside\", provider = \"mock\" }");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void memoryKeepsTheThreads() throws Exception {
        keepsThreads("experimental_thread_store = { type = \"in_memory\", id = \"x\" }");
    }

    private void keepsThreads(String config) throws Exception {
        try (var server = TestAppServer.in(folder)
                .config(config)
                .modelSays("one")
                .modelSays("two")
                .start()) {
            var thread = server.startThread();
            server.runTurn(thread, "first");
            var params = Map.of("threadId", thread.id(), "includeTurns", true);
            assertThat(server.call(ClientMethods.THREAD_READ, params).at("/thread/turns"))
                    .hasSize(1);
            assertThat(server.call(ClientMethods.THREAD_LIST, Map.of("modelProviders", List.of()))
                            .at("/data/0/preview")
                            .asText())
                    .isEqualTo("first");
            assertThat(server.runTurn(thread, "second").answer()).isEqualTo("two");
            assertThat(server.home().resolve("sessions")).doesNotExist();
        }
    }

    @Test
    void aStoreThatNobodyHasIsRefused() throws Exception {
        try (var server = TestAppServer.in(folder)
                .config("experimental_thread_store = { type = \"nowhere\" }")
                .start()) {
            assertThat(server.refusal(ClientMethods.THREAD_START, Map.of()).message())
                    .contains("unknown variant `nowhere`");
        }
    }
}
