package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.thread.ThreadViews;
import dev.bobbin.protocol.v2.thread.ThreadReadResponse;
import dev.bobbin.threadstore.MetadataPatch;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads rename}. */
@Command(name = "rename", description = "Give a thread a name, or take it away.", mixinStandardHelpOptions = true)
final class RenameCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private String meant;

    @Parameters(index = "1", arity = "0..1", paramLabel = "<name>", description = "The new name.")
    private @Nullable String name;

    @Option(names = "--clear", description = "Take the name away.")
    private boolean clear;

    @Option(names = "--json", description = "One line of JSON, as thread/read answers. Default: the id.")
    private boolean json;

    RenameCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var wanted = name == null ? "" : name.strip();
        if (clear != wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say the new name, or --clear.");
        }
        try (var store = home.open(surroundings)) {
            var id = new ThreadFinder(store).find(meant).threadId();
            var patch = MetadataPatch.named(clear ? null : wanted);
            var thread = store.exclusively(id, () -> store.updateThreadMetadata(id, patch, true));
            var out = spec.commandLine().getOut();
            if (json) {
                JsonOutput.print(new ThreadReadResponse(ThreadViews.atRest(thread, List.of())), out);
            } else {
                out.println(id);
            }
            out.flush();
        }
        return 0;
    }
}
