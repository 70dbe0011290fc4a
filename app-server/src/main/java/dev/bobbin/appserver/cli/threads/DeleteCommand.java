package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads delete}. */
@Command(
        name = "delete",
        description = "Delete threads for good: files, index rows and names. Says what goes, and asks.",
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(arity = "1..*", paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private List<String> meant;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "One line of JSON: {\"deleted\":[ids]}. Default: an id a line.")
    private boolean json;

    DeleteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var done = new ArrayList<String>();
        try (var store = home.open(surroundings)) {
            var finder = new ThreadFinder(store);
            var threads = meant.stream().map(finder::find).toList();
            for (var thread : threads) {
                tell(thread, store);
            }
            if (!yes) {
                ask(threads.size());
            }
            for (var thread : threads) {
                store.deleteThread(thread.threadId());
                done.add(thread.threadId());
            }
        } finally {
            Ids.print("deleted", done, json, spec.commandLine().getOut());
        }
        return 0;
    }

    private void tell(StoredThread thread, ThreadStore store) throws IOException {
        var err = spec.commandLine().getErr();
        err.println("Thread " + thread.threadId() + " (" + Plain.line(Table.called(thread), 60) + ") goes for good:");
        if (thread.rolloutPath() != null) {
            var plain = RolloutPaths.logical(thread.rolloutPath());
            for (var file : List.of(plain, RolloutPaths.compressed(plain))) {
                tellOf(file);
            }
        }
        err.println("  its row in the index" + (thread.name() == null ? "" : " and its name"));
        var descendants = store.descendants(thread.threadId());
        if (!descendants.isEmpty()) {
            err.println("  but not the " + descendants.size() + " threads of sub-agents that it spawned");
        }
        err.flush();
    }

    private void tellOf(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            spec.commandLine().getErr().println("  " + file + " (" + Files.size(file) + " bytes)");
        }
    }

    private void ask(int count) {
        var answer = surroundings.person().ask(count == 1 ? "Delete it? [y/N] " : "Delete them? [y/N] ");
        if (answer == null) {
            throw new Refusal("nobody can be asked here; --yes deletes without asking");
        }
        var word = answer.strip().toLowerCase(Locale.ROOT);
        if (!word.equals("y") && !word.equals("yes")) {
            throw new Refusal("nothing was deleted");
        }
    }
}
