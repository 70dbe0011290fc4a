package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Failures;
import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads archive}. */
@Command(
        name = "archive",
        description = "Move threads to the archive, with the sub-agents that they spawned.",
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(arity = "1..*", paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private List<String> meant;

    @Option(names = "--json", description = "One line of JSON: {\"archived\":[ids]}. Default: an id a line.")
    private boolean json;

    ArchiveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var done = new ArrayList<String>();
        try (var store = home.open(surroundings)) {
            var finder = new ThreadFinder(store);
            for (var thread : meant.stream().map(finder::find).toList()) {
                var descendants = store.descendants(thread.threadId());
                store.archiveThread(thread.threadId());
                done.add(thread.threadId());
                for (var descendant : descendants.reversed()) {
                    archiveDescendant(descendant, store, done);
                }
            }
        } finally {
            Ids.print("archived", done, json, spec.commandLine().getOut());
        }
        return 0;
    }

    private void archiveDescendant(String threadId, ThreadStore store, List<String> done) {
        try {
            store.archiveThread(threadId);
            done.add(threadId);
        } catch (ThreadStoreException e) {
            spec.commandLine().getErr().println("Sub-agent " + threadId + " stays: " + Failures.text(e));
        }
    }
}
