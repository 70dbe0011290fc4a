package dev.bobbin.tests.harness;

import dev.bobbin.appserver.AppServer;
import dev.bobbin.appserver.listen.AdmissionOptions;
import dev.bobbin.appserver.listen.ListenAddress;
import dev.bobbin.appserver.listen.ListenException;
import dev.bobbin.appserver.listen.SocketListener;
import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Bobbin in the test's own process, listening on a port for any number of clients. */
public final class ListeningServer implements AutoCloseable {
    private final ServerSetup setup;
    private final AppServer server;
    private final SocketListener listener;

    ListeningServer(ServerSetup setup, Map<String, String> environment) throws ListenException {
        this.setup = setup;
        this.server = new AppServer(List.of(), environment);
        this.listener = SocketListener.open(
                (ListenAddress.Tcp) ListenAddress.parse("ws://127.0.0.1:0"),
                AdmissionOptions.none().admission(),
                this::serve);
    }

    private void serve(Transport transport) {
        Thread.ofVirtual().name("client-under-test").start(() -> {
            try {
                server.serveOneOfMany(transport);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Where clients connect to. */
    public URI address() {
        var bound = listener.bound();
        return URI.create("ws://127.0.0.1:" + (bound == null ? 0 : bound.getPort()));
    }

    /** One more client, which has introduced itself. Closing it leaves the server alone. */
    public TestAppServer connect() throws IOException {
        return connect(Map.of("experimentalApi", true));
    }

    /** One more client with these capabilities. */
    public TestAppServer connect(Map<String, ?> capabilities) throws IOException {
        return setup.connect(address(), capabilities);
    }

    /** The model that the server was configured with. */
    public ScriptedModel model() {
        return setup.model();
    }

    /** Waits until no turn runs. */
    public void awaitTurns() throws InterruptedException {
        server.awaitTurns();
    }

    /** Ends all turns and disconnects all clients. */
    @Override
    public void close() throws InterruptedException {
        server.close();
        server.disconnectAll();
        listener.close();
        setup.close();
    }
}
