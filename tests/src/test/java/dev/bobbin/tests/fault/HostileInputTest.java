package dev.bobbin.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {
    private static final String UNKNOWN_ID = "01a20f00-f090-709c-b00c-3224433b436f";

    @TempDir
    Path folder;

    @Test
    void idsThatAreNoIdsTouchNothing() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            for (var id : List.of("../../x", "\0", "..", "/", "\ud800", "x".repeat(100_000), "*", "%", "' OR 1=1 --")) {
                for (var method : List.of(
                        ClientMethods.THREAD_RESUME,
                        ClientMethods.THREAD_FORK,
                        ClientMethods.THREAD_READ,
                        ClientMethods.THREAD_ARCHIVE,
                        ClientMethods.THREAD_UNARCHIVE,
                        ClientMethods.THREAD_DELETE)) {
                    var error = server.refusal(method, Map.of("threadId", id));
                    assertThat(error.code()).isEqualTo(-32600);
                    assertThat(error.message()).matches("(?s)invalid (session|thread) id: .*");
                }
            }
        }
    }

    @Test
    void noFileHasANulInItsPath() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            for (var method : List.of(ClientMethods.THREAD_RESUME, ClientMethods.THREAD_FORK)) {
                for (var path : List.of("/a\0b", "a\0b")) {
                    var error = server.refusal(method, Map.of("threadId", UNKNOWN_ID, "path", path));
                    assertThat(error.code()).isEqualTo(-32600);
                    assertThat(error.message()).endsWith("file does not exist");
                }
            }
        }
    }
}
