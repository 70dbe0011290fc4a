package dev.bobbin.appserver;

import dev.bobbin.appserver.cli.Cli;
import dev.bobbin.appserver.cli.ServerArguments;
import dev.bobbin.appserver.transport.StdioTransport;

/** The process's entry point: serves on stdio, or does what a person typed. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var arguments = ServerArguments.parse(args);
        var exitCode = arguments != null ? serve(arguments) : Cli.run(args, Main::serve, System.out, System.err);
        System.exit(exitCode);
    }

    private static int serve(ServerArguments arguments) {
        var transport = StdioTransport.open();
        var server = new AppServer(arguments.overrides(), System.getenv());
        Signals.onTermination(server::close);
        try {
            server.serve(transport);
            return 0;
        } catch (InterruptedException e) {
            return 1;
        }
    }
}
