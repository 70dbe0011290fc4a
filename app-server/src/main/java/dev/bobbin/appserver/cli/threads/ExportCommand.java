package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.ProgressLine;
import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code bobbin threads export}. */
@Command(
        name = "export",
        description =
                "Write threads as Markdown, as HTML files that need nothing else, or as JSONL that can be imported.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..*", paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private List<String> meant = new ArrayList<>();

    @Option(names = "--all", description = "Every thread, archived ones too; needs --into.")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "<format>",
            description = "markdown, html or jsonl. Default: by the name of the file, else markdown.")
    private @Nullable ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Write to this file instead of stdout.")
    private @Nullable Path output;

    @Option(
            names = "--into",
            paramLabel = "<dir>",
            description = "Write a file for each thread into this folder, named by its id.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Overwrite files.")
    private boolean force;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        checkArguments();
        try (var store = home.open(surroundings)) {
            var finder = new ThreadFinder(store);
            var threads = all ? finder.all() : meant.stream().map(finder::find).toList();
            if (folder != null) {
                exportInto(folder, threads, store);
            } else if (output != null) {
                write(output, threads.getFirst(), store, formatFor(output));
            } else {
                var out = spec.commandLine().getOut();
                chosen().write(
                                threads.getFirst(),
                                store,
                                surroundings.zone(),
                                (utf8, length) -> out.print(new String(utf8, 0, length, StandardCharsets.UTF_8)));
                out.flush();
            }
        }
        return 0;
    }

    private void checkArguments() {
        if (all == !meant.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say which threads to export, or --all.");
        }
        if (folder == null && (all || meant.size() > 1)) {
            throw new ParameterException(spec.commandLine(), "More than one thread needs --into.");
        }
        if (folder != null && output != null) {
            throw new ParameterException(spec.commandLine(), "--into and --output exclude each other.");
        }
    }

    private void exportInto(Path into, List<StoredThread> threads, ThreadStore store) throws IOException {
        Files.createDirectories(into);
        try (var progress = new ProgressLine(spec.commandLine().getErr(), surroundings, "Exporting", threads.size())) {
            for (var thread : threads) {
                var target = into.resolve(thread.threadId() + chosen().suffix());
                write(target, thread, store, chosen());
                progress.step();
                spec.commandLine().getOut().println(target);
            }
        }
        spec.commandLine().getOut().flush();
    }

    private ExportFormat chosen() {
        return format == null ? ExportFormat.MARKDOWN : format;
    }

    private ExportFormat formatFor(Path file) {
        return format == null ? ExportFormat.byName(file) : format;
    }

    private void write(Path target, StoredThread thread, ThreadStore store, ExportFormat wanted) throws IOException {
        try {
            PrivateOutput.write(
                    target,
                    out -> wanted.write(
                            thread, store, surroundings.zone(), (utf8, length) -> out.write(utf8, 0, length)),
                    force,
                    null);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(target + " exists; --force overwrites it");
        }
    }
}
