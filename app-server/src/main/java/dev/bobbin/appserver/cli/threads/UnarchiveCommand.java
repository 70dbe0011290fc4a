package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads unarchive}. */
@Command(name = "unarchive", description = "Bring threads back from the archive.", mixinStandardHelpOptions = true)
final class UnarchiveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(arity = "1..*", paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private List<String> meant;

    @Option(names = "--json", description = "One line of JSON: {\"unarchived\":[ids]}. Default: an id a line.")
    private boolean json;

    UnarchiveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var done = new ArrayList<String>();
        try (var store = home.open(surroundings)) {
            var finder = new ThreadFinder(store);
            for (var thread : meant.stream().map(finder::find).toList()) {
                store.unarchiveThread(thread.threadId());
                done.add(thread.threadId());
            }
        } finally {
            Ids.print("unarchived", done, json, spec.commandLine().getOut());
        }
        return 0;
    }
}
