package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.thread.ThreadViews;
import dev.bobbin.protocol.v2.thread.ThreadReadResponse;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.MetadataPatch;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads import}. */
@Command(
        name = "import",
        description =
                "Take a thread from a JSONL file (an export or a rollout, maybe .zst) into the home, under its id.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "<file>", description = "The thread to take in; it stays where it is.")
    private Path file;

    @Option(
            names = "--cwd",
            paramLabel = "<dir>",
            description = "The thread's working folder here. Paths within the old one move along.")
    private @Nullable Path cwd;

    @Option(names = "--name", paramLabel = "<name>", description = "Give the thread a name.")
    private @Nullable String name;

    @Option(names = "--json", description = "One line of JSON, as thread/read answers. Default: the id.")
    private boolean json;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(file + " is not a file");
        }
        var newCwd = cwd == null ? null : cwd.toAbsolutePath().normalize().toString();
        var rollout = RolloutImport.read(file.toAbsolutePath(), newCwd);
        var target = rollout.target(home.read(surroundings).folder(), surroundings.zone());
        try (var store = home.open(surroundings)) {
            var thread = store.exclusively(rollout.threadId(), () -> take(rollout, target, store));
            var out = spec.commandLine().getOut();
            if (json) {
                JsonOutput.print(new ThreadReadResponse(ThreadViews.atRest(thread, List.of())), out);
            } else {
                out.println(thread.threadId());
            }
            out.flush();
        }
        if (rollout.broken() > 0) {
            spec.commandLine().getErr().println("Left out " + rollout.broken() + " lines that are no records.");
        }
        return 0;
    }

    private StoredThread take(RolloutImport rollout, Path target, LocalThreadStore store) throws IOException {
        refuseCollision(rollout.threadId());
        if (target.getParent() != null) {
            Files.createDirectories(
                    target.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        PrivateOutput.write(target, out -> out.write(rollout.content()), false, rollout.lastWritten());
        return name == null
                ? store.readThread(new ReadThread(rollout.threadId(), true))
                : store.updateThreadMetadata(rollout.threadId(), MetadataPatch.named(name.strip()), true);
    }

    private void refuseCollision(String threadId) throws IOException {
        var folder = home.read(surroundings).folder();
        for (var archived : new boolean[] {false, true}) {
            var there = RolloutPaths.findById(folder, threadId, archived);
            if (there != null) {
                throw new Refusal("thread " + threadId + " is in this home already: " + there);
            }
        }
    }
}
