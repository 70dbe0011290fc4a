package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bobbin threads}: the parent of what can be done with threads. */
@Command(
        name = "threads",
        synopsisSubcommandLabel = "COMMAND",
        description = "List, show, search, export, import, archive, rename and delete stored threads.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A <thread> is its id, the unique beginning of one, its exact name, or the path of its file.",
            "Data goes to stdout, everything else to stderr.",
            "Exit codes: 0 done, 1 not found or refused, 2 the arguments are wrong."
        })
public final class ThreadsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private ThreadsCommand() {}

    /** The command with all its subcommands. */
    public static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new ThreadsCommand())
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new ShowCommand(surroundings))
                .addSubcommand(new SearchCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new ArchiveCommand(surroundings))
                .addSubcommand(new UnarchiveCommand(surroundings))
                .addSubcommand(new RenameCommand(surroundings))
                .addSubcommand(new DeleteCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with threads?");
    }
}
