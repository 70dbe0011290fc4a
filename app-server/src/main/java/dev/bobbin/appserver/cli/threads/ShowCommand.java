package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.thread.ThreadViews;
import dev.bobbin.protocol.v2.thread.ThreadReadResponse;
import dev.bobbin.protocol.v2.turn.Turn;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bobbin threads show}. */
@Command(
        name = "show",
        description = "Show what is known of a thread, and its turns in short.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private static final int LINE_WIDTH = 100;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "<thread>", description = "Id, unique beginning of one, name or path.")
    private String thread;

    @Option(names = "--full", description = "Show the whole conversation, as Markdown.")
    private boolean full;

    @Option(names = "--json", description = "One line of JSON, as thread/read answers with turns.")
    private boolean json;

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (var store = home.open(surroundings)) {
            var document = Document.read(store, new ThreadFinder(store).find(thread), surroundings.zone());
            var out = spec.commandLine().getOut();
            if (json) {
                JsonOutput.print(new ThreadReadResponse(ThreadViews.atRest(document.thread(), document.turns())), out);
            } else if (full) {
                out.print(Plain.text(MarkdownPage.of(document)));
            } else {
                outline(document, out);
            }
            out.flush();
            return 0;
        }
    }

    private void outline(Document document, PrintWriter out) {
        Facts.of(document).forEach((name, value) -> out.println("%-10s %s".formatted(name, Plain.line(value))));
        var number = 0;
        for (var turn : document.turns()) {
            out.println();
            var count = turn.items().size();
            out.println("Turn %d, %s, %d %s"
                    .formatted(++number, turn.status().wireName(), count, count == 1 ? "item" : "items"));
            sayings(turn, out);
        }
    }

    private static void sayings(Turn turn, PrintWriter out) {
        for (var item : turn.items()) {
            for (var block : Block.of(item)) {
                outline(block, out);
            }
        }
        if (turn.error() != null) {
            out.println("  Error: " + Plain.line(turn.error().message(), LINE_WIDTH));
        }
    }

    private static void outline(Block block, PrintWriter out) {
        switch (block) {
            case Block.Said said ->
                out.println("  " + said.speaker().shown() + ": " + Plain.line(said.text(), LINE_WIDTH));
            case Block.Deed deed ->
                out.println("  " + Plain.line(deed.title(), LINE_WIDTH)
                        + (deed.state().isEmpty() ? "" : " (" + deed.state() + ")"));
            case Block.Picture picture -> out.println("  " + Plain.line(picture.caption(), LINE_WIDTH));
            case Block.Remark remark -> out.println("  " + Plain.line(remark.text(), LINE_WIDTH));
        }
    }
}
