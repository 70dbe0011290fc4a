package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.thread.ThreadViews;
import dev.bobbin.protocol.v2.thread.ThreadListResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bobbin threads list}. */
@Command(
        name = "list",
        description = "List threads: id, last change, name or beginning, working folder.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ListOptions options;

    @Option(
            names = "--provider",
            paramLabel = "<id>",
            split = ",",
            description = "Only threads of these model providers. Default: of any.")
    private @Nullable List<String> providers;

    @Option(
            names = "--cwd",
            paramLabel = "<dir>",
            description = "Only threads with this working folder; may be repeated.")
    private @Nullable List<Path> cwds;

    @Option(names = "--search", paramLabel = "<text>", description = "Only threads with this in name or beginning.")
    private @Nullable String term;

    @Option(names = "--index-only", description = "Answer from the index as it is, without a look at the files.")
    private boolean indexOnly;

    @Option(names = "--json", description = "One line of JSON, as thread/list answers.")
    private boolean json;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var folders = cwds == null
                ? null
                : cwds.stream()
                        .map(cwd -> cwd.toAbsolutePath().normalize().toString())
                        .toList();
        var query = options.list(providers == null ? List.of() : providers, folders, term, indexOnly);
        try (var store = home.open(surroundings)) {
            var page = store.listThreads(query);
            var out = spec.commandLine().getOut();
            if (json) {
                var threads = page.threads().stream()
                        .map(thread -> ThreadViews.atRest(thread.asListed(), List.of()))
                        .toList();
                JsonOutput.print(new ThreadListResponse(threads, page.nextCursor(), page.backwardsCursor()), out);
                return 0;
            }
            Table.print(page.threads(), surroundings.zone(), out);
            if (page.nextCursor() != null) {
                spec.commandLine().getErr().println("There are more: go on with --cursor " + page.nextCursor());
            }
            return 0;
        }
    }
}
