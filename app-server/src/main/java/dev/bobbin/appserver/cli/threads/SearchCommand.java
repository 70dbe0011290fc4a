package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.thread.ThreadViews;
import dev.bobbin.protocol.v2.thread.ThreadSearchResponse;
import dev.bobbin.protocol.v2.thread.ThreadSearchResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads search}. */
@Command(
        name = "search",
        description = "Find threads whose conversation contains a text, whatever its case.",
        mixinStandardHelpOptions = true,
        footer = "Exit code 1 if no thread has it.")
final class SearchCommand implements Callable<Integer> {
    private static final int SNIPPET_WIDTH = 160;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ListOptions options;

    @Parameters(paramLabel = "<text>", description = "What to look for.")
    private String term;

    @Option(names = "--json", description = "One line of JSON, as thread/search answers.")
    private boolean json;

    SearchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var store = home.open(surroundings)) {
            var page = store.searchThreads(options.search(term));
            var out = spec.commandLine().getOut();
            if (json) {
                var hits = page.hits().stream()
                        .map(hit -> new ThreadSearchResult(
                                ThreadViews.atRest(hit.thread().asListed(), List.of()), hit.snippet()))
                        .toList();
                JsonOutput.print(new ThreadSearchResponse(hits, page.nextCursor(), page.backwardsCursor()), out);
            } else {
                for (var hit : page.hits()) {
                    out.println(Table.line(hit.thread(), surroundings.zone()));
                    out.println("    " + Plain.line(hit.snippet(), SNIPPET_WIDTH));
                }
                if (page.nextCursor() != null) {
                    spec.commandLine().getErr().println("There are more: go on with --cursor " + page.nextCursor());
                }
            }
            return page.hits().isEmpty() ? 1 : 0;
        }
    }
}
