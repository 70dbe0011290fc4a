package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.cli.doctor.DoctorCommand;
import dev.bobbin.appserver.cli.home.Failures;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.cli.schema.JsonSchemaCommand;
import dev.bobbin.appserver.cli.schema.TypeScriptCommand;
import dev.bobbin.appserver.cli.threads.ThreadsCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The commands that people type: threads, doctor, demo, completion, help and version; and the server, where its arguments
 * need explaining.
 */
@Command(
        name = "bobbin",
        synopsisSubcommandLabel = "COMMAND",
        description = "An app-server for agent threads: JSON-RPC over stdio, threads that survive their client.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "A client spawns 'bobbin app-server' and speaks JSON lines on its stdin and stdout.",
            "To see how, run 'bobbin demo': it needs no key and no network."
        })
public final class Cli implements Runnable {
    @Spec
    private CommandSpec spec;

    @CommandLine.Mixin
    private ServerOptions options;

    private Cli() {}

    /**
     * Does what the arguments ask for.
     *
     * @param server serves when they ask for a server
     * @return the exit code: 0 done, 1 failed, not found or refused, 2 the arguments are wrong
     */
    public static int run(String[] args, Server server, PrintStream out, PrintStream err) {
        return run(args, server, out, err, Surroundings.ofProcess());
    }

    static int run(String[] args, Server server, PrintStream out, PrintStream err, Surroundings surroundings) {
        return commands(server, out, surroundings)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    private static CommandLine commands(Server server, PrintStream out, Surroundings surroundings) {
        var root = new Cli();
        var commands = new CommandLine(root);
        commands.addSubcommand(appServer(root, server, surroundings));
        commands.addSubcommand(ThreadsCommand.with(surroundings));
        commands.addSubcommand(new DoctorCommand(surroundings));
        commands.addSubcommand(new DemoCommand(out));
        commands.addSubcommand(new CompletionCommand());
        commands.addSubcommand(new CommandLine.HelpCommand());
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new Failures());
    }

    private static CommandLine appServer(Cli root, Server server, Surroundings surroundings) {
        return new CommandLine(new AppServerCommand(root, server))
                .addSubcommand(new ProxyCommand(surroundings))
                .addSubcommand(new JsonSchemaCommand())
                .addSubcommand(new TypeScriptCommand());
    }

    ServerOptions options() {
        return options;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? A client wants 'bobbin app-server'.");
    }
}
