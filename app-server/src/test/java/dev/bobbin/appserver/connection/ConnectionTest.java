package dev.bobbin.appserver.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.transport.MemoryTransport;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ServerRequests serverRequests = new ServerRequests();

    @Test
    void aClosedConnectionIsForgotten() {
        var transport = openedAndClosed();
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (transport.get() != null && System.nanoTime() < deadline) {
            System.gc();
        }
        assertThat(transport.get()).as("what its writer held").isNull();
    }

    private WeakReference<MemoryTransport> openedAndClosed() {
        var transport = new MemoryTransport();
        Connection.open(
                        transport,
                        new Handshake(Path.of("/nowhere"), "1", Map.of()),
                        serverRequests,
                        OutboxPolicy.ONE_OF_MANY)
                .close();
        return new WeakReference<>(transport);
    }
}
