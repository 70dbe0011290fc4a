package dev.bobbin.appserver.cli;

import java.util.ArrayList;
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
        description = "Serve one client: JSON-RPC messages, one a line, on stdin and stdout; log lines on stderr.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Threads live in $CODEX_HOME (default ~/.codex). RUST_LOG sets log levels, LOG_FORMAT=json the form of log"
                    + " lines. The server ends by itself when its input does."
        })
final class AppServerCommand implements Callable<Integer> {
    private final Cli root;
    private final Server server;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Option(
            names = "--listen",
            paramLabel = "<url>",
            defaultValue = "stdio://",
            description = "Where to serve. Only stdio:// (the default) is supported.")
    private String listen;

    @Option(names = "--stdio", description = "Serve on stdio, as --listen stdio://.")
    private boolean stdio;

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
        if (!stdio && !listen.equals("stdio://")) {
            throw new ParameterException(
                    spec.commandLine(), "unsupported --listen URL `" + listen + "`; expected `stdio://`");
        }
        var arguments = new ArrayList<>(root.options().arguments());
        arguments.addAll(options.arguments());
        arguments.add("app-server");
        var read = ServerArguments.parse(arguments.toArray(String[]::new));
        if (read == null) {
            throw new ParameterException(spec.commandLine(), "an override must have the form key=value");
        }
        return server.serve(read);
    }
}
