package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.demo.Demo;
import dev.bobbin.appserver.demo.Narrator;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code bobbin demo}. */
@Command(
        name = "demo",
        description = "Drive a real server over stdio with the offline model, and show every message on the wire.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--full", description = "Show messages whole, however long.")
    private boolean full;

    DemoCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        var narrator = new Narrator(out, Ansi.AUTO.enabled(), full ? Integer.MAX_VALUE : Narrator.SHOWN_CHARS);
        return Demo.run(narrator) ? 0 : 1;
    }
}
