package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.listen.ListenAddress;
import dev.bobbin.appserver.listen.ListenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bobbin app-server}, where {@link ServerArguments} did not understand the arguments or help is wanted. */
@Command(
        name = "app-server",
        description = "Serve one client: JSON-RPC messages, one a line, on stdin and stdout; log lines on stderr."
                + " Or, with --listen, many clients: one message is one text message of a websocket.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Threads live in $CODEX_HOME (default ~/.codex). RUST_LOG sets log levels, LOG_FORMAT=json the form of log"
                    + " lines. On stdio the server ends by itself when its input does; else the first signal lets running"
                    + " turns end, and the second interrupts them."
        })
final class AppServerCommand implements Callable<Integer> {
    private final Cli root;
    private final Server server;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--analytics-default-enabled",
            hidden = true,
            description = "Accepted and ignored: nothing is sent.")
    private boolean analytics;

    AppServerCommand(Cli root, Server server) {
        this.root = root;
        this.server = server;
    }

    @Override
    public Integer call() {
        var arguments = new ArrayList<>(root.options().arguments());
        arguments.addAll(options.arguments());
        arguments.add("app-server");
        var read = ServerArguments.parse(arguments.toArray(String[]::new));
        if (read == null) {
            for (var each : List.of(root.options(), options)) {
                if (each.unknownFeature() != null) {
                    throw new ParameterException(spec.commandLine(), "Unknown feature flag: " + each.unknownFeature());
                }
            }
            throw new ParameterException(spec.commandLine(), "an override must have the form key=value");
        }
        try {
            var listening = listen.read();
            if (!(listening.address() instanceof ListenAddress.Stdio)) {
                return server.serve(read.listeningTo(listening));
            }
            listening.admission().admission();
            return server.serve(read);
        } catch (ListenException e) {
            spec.commandLine().getErr().println("Error: " + e.getMessage());
            return 1;
        }
    }
}
