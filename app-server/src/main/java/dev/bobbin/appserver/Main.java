package dev.bobbin.appserver;

import dev.bobbin.appserver.cli.Cli;
import dev.bobbin.appserver.cli.ServerArguments;
import dev.bobbin.appserver.cli.live.LiveServers;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.exec.Descendants;
import dev.bobbin.appserver.logging.LogProvider;
import dev.bobbin.appserver.transport.StdioTransport;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The process's entry point: serves on stdio, or does what a person typed. */
public final class Main {
    private static final Duration LAST_MOMENT = Duration.ofMillis(1_500);

    /** Whether all has ended that had to; a JVM may still write its AOT cache then, through a child. */
    private static volatile boolean isDone;

    private Main() {}

    public static void main(String[] args) {
        System.setProperty(LogProvider.PROPERTY, LogProvider.class.getName());
        System.setProperty(LogProvider.VERBOSITY_PROPERTY, "WARN");
        var arguments = ServerArguments.parse(args);
        var exitCode = arguments != null ? serve(arguments) : Cli.run(args, Main::serve, System.out, System.err);
        isDone = true;
        System.exit(exitCode);
    }

    private static int serve(ServerArguments arguments) {
        var problem = arguments.isStrict() ? problem(arguments) : null;
        if (problem != null) {
            System.err.println("Error: " + problem);
            return 1;
        }
        var listening = arguments.listening();
        return listening == null ? serveOnStdio(arguments) : SocketServer.run(arguments, listening, System.err);
    }

    /** For {@code bobbin doctor --live}, which asks JVMs for their properties. */
    static void name(AppServer server) {
        System.setProperty(LiveServers.HOME_PROPERTY, server.codexHome().toString());
    }

    /** What keeps a server from starting whose user wants to be told of every mistake; null if nothing. */
    private static @Nullable String problem(ServerArguments arguments) {
        var environment = System.getenv();
        var loader = new ConfigLoader(ConfigLoader.codexHome(environment), null, arguments.overrides(), environment);
        try {
            loader.load(Path.of("").toAbsolutePath());
            return loader.unknownSetting();
        } catch (ConfigException e) {
            return e.problem();
        }
    }

    private static int serveOnStdio(ServerArguments arguments) {
        var transport = StdioTransport.open();
        var server = new AppServer(arguments.overrides(), System.getenv());
        name(server);
        if (!Signals.onTermination(server::close)) {
            transport.endWithParent();
        }
        try {
            server.serve(transport, Main::haltLater);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Clients that have ended their input kill a server that stays for two seconds. It leaves by itself before that. */
    static void haltLater() {
        Thread.ofPlatform().name("halt").daemon().start(() -> {
            try {
                Thread.sleep(LAST_MOMENT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!isDone) {
                Descendants.kill();
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
