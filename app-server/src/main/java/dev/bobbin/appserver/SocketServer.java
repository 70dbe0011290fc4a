package dev.bobbin.appserver;

import dev.bobbin.appserver.cli.ServerArguments;
import dev.bobbin.appserver.listen.ListenAddress;
import dev.bobbin.appserver.listen.ListenException;
import dev.bobbin.appserver.listen.Listening;
import dev.bobbin.appserver.listen.SocketListener;
import dev.bobbin.appserver.transport.Transport;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A server that many clients connect to. It ends when the process is asked to: the first signal lets the turns that run
 * end, the second interrupts them.
 */
final class SocketServer {
    private SocketServer() {}

    /** Serves until a signal ends it, and returns the process's exit code. */
    static int run(ServerArguments arguments, Listening listening, PrintStream err) {
        var server = new AppServer(arguments.overrides(), System.getenv());
        Main.name(server);
        var over = new CountDownLatch(1);
        Signals.onShutdown(() -> drain(server, over), over::countDown);
        try (var listener = open(listening, server, transport -> attend(server, transport))) {
            listener.announcement().forEach(err::println);
            server.warmUpInBackground();
            over.await();
            Main.haltLater();
            server.close();
            server.disconnectAll();
            return 0;
        } catch (ListenException e) {
            err.println("Error: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static SocketListener open(Listening listening, AppServer server, Consumer<Transport> onConnected)
            throws ListenException {
        return switch (listening.address()) {
            case ListenAddress.Tcp tcp ->
                SocketListener.open(tcp, listening.admission().admission(), onConnected);
            case ListenAddress.Unix unix -> SocketListener.open(unix, server.codexHome(), onConnected);
            case ListenAddress.Stdio _, ListenAddress.Off _ ->
                throw new ListenException("no transport configured; use --listen or enable remote control");
        };
    }

    private static void attend(AppServer server, Transport transport) {
        Thread.ofVirtual().name("client").start(() -> {
            try {
                server.serveOneOfMany(transport);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void drain(AppServer server, CountDownLatch over) {
        Thread.ofPlatform().name("drain").daemon().start(() -> {
            try {
                server.awaitTurns();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            over.countDown();
        });
    }
}
