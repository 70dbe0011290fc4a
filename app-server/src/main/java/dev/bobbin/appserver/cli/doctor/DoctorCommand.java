package dev.bobbin.appserver.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.cli.home.Failures;
import dev.bobbin.appserver.cli.home.HomeOption;
import dev.bobbin.appserver.cli.home.HomeOption.Home;
import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.appserver.cli.home.ProgressLine;
import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.cli.live.LiveReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bobbin doctor}. */
@Command(
        name = "doctor",
        description =
                "Check a home: torn, double, unreadable and left-over files, the index, permissions, configuration.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nothing is changed without --fix, and nothing is deleted with it: what a repair changes is kept in"
                    + " .tmp/bobbin-doctor in the home. A thread that a running server holds is left alone.",
            "With --live it tells of each server that runs on the home: memory, heap, descriptors, the threads it holds.",
            "Exit codes: 0 healthy, 1 problems found (with --fix: left), 2 the home could not be checked."
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final int HEALTHY = 0;
    private static final int PROBLEMS = 1;
    private static final int NOT_CHECKED = 2;
    private static final int SHOWN_PATHS = 5;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption option;

    @Option(names = "--fix", description = "Repair what can be repaired, with a backup.")
    private boolean fix;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    @Option(names = "--live", description = "Look at the servers that run on it instead. Changes nothing.")
    private boolean live;

    public DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var home = option.read(surroundings);
        if (!Files.isDirectory(home.folder()) || !Files.isReadable(home.folder())) {
            return notChecked(home.folder() + " is not a folder that can be read");
        }
        if (live) {
            return lookAtServers(home);
        }
        try (var store = home.open(surroundings)) {
            var examination = new Examination(home, store, this::progress);
            var found = examination.check();
            var backup = new Backup(home.folder(), LocalDateTime.now(surroundings.zone()));
            var attempts = fix ? examination.repair(found, backup) : List.<Examination.Attempt>of();
            var left = attempts.isEmpty() ? found : examination.check();
            report(home, attempts, left, backup.folder());
            return left.isEmpty() ? HEALTHY : PROBLEMS;
        } catch (IOException | UncheckedIOException e) {
            return notChecked(String.valueOf(Failures.text(e)));
        }
    }

    private int lookAtServers(Home home) {
        if (fix) {
            throw new ParameterException(spec.commandLine(), "--live changes nothing: leave --fix out.");
        }
        var commands = spec.commandLine();
        try {
            var isWell = LiveReport.print(home.folder(), json, Instant.now(), commands.getOut(), commands.getErr());
            return isWell ? HEALTHY : PROBLEMS;
        } catch (IOException | UncheckedIOException e) {
            return notChecked(String.valueOf(Failures.text(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notChecked("interrupted");
        }
    }

    private int notChecked(String why) {
        spec.commandLine().getErr().println("bobbin: the home could not be checked: " + Plain.line(why));
        return NOT_CHECKED;
    }

    private Examination.Progress progress(int total) {
        var line = new ProgressLine(spec.commandLine().getErr(), surroundings, "Checking", total);
        return new Examination.Progress() {
            @Override
            public void step() {
                line.step();
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    private void report(Home home, List<Examination.Attempt> attempts, List<Finding> left, @Nullable Path backup) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(home, attempts, left, backup));
        } else {
            for (var attempt : attempts) {
                var how = attempt.succeeded() ? "repaired: " : "not repaired (" + attempt.problem() + "): ";
                tell(how, attempt.finding(), out);
            }
            for (var finding : left) {
                tell(finding.repair() == null ? "problem, for you to decide: " : "problem: ", finding, out);
            }
            summary(home, left, backup);
        }
        out.flush();
    }

    private static void tell(String how, Finding finding, PrintWriter out) {
        out.println(Plain.line(how + finding.kind().code() + ": " + finding.detail()));
        finding.paths().stream().limit(SHOWN_PATHS).forEach(path -> out.println("    " + Plain.line(path.toString())));
        if (finding.paths().size() > SHOWN_PATHS) {
            out.println("    and " + (finding.paths().size() - SHOWN_PATHS) + " more");
        }
    }

    private void summary(Home home, List<Finding> left, @Nullable Path backup) {
        var err = spec.commandLine().getErr();
        if (backup != null) {
            err.println("What was changed is kept in " + backup);
        }
        if (left.isEmpty()) {
            err.println(home.folder() + " is healthy.");
        } else if (!fix && left.stream().anyMatch(finding -> finding.repair() != null)) {
            err.println("--fix repairs what can be repaired, with a backup.");
        }
    }

    private static ObjectNode asJson(
            Home home, List<Examination.Attempt> attempts, List<Finding> left, @Nullable Path backup) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("home", home.folder().toString());
        json.put("healthy", left.isEmpty());
        var problems = json.putArray("problems");
        left.forEach(finding -> problems.add(asJson(finding)));
        var repairs = json.putArray("repairs");
        for (var attempt : attempts) {
            var repair = asJson(attempt.finding());
            repair.put("repaired", attempt.succeeded());
            repair.put("reason", attempt.succeeded() ? null : attempt.problem());
            repairs.add(repair);
        }
        json.put("backup", backup == null ? null : backup.toString());
        return json;
    }

    private static ObjectNode asJson(Finding finding) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("kind", finding.kind().code());
        json.put("detail", finding.detail());
        json.put("repairable", finding.repair() != null);
        var paths = json.putArray("paths");
        finding.paths().forEach(path -> paths.add(path.toString()));
        return json;
    }
}
