package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import dev.bobbin.appserver.cli.home.Failures;
import dev.bobbin.appserver.cli.home.HomeOption.Home;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * All checks of a home, and all repairs. One repair may bring another finding to light (a row of a file that went), so
 * repairing goes on for a few rounds.
 */
final class Examination {
    private static final int ROUNDS = 3;

    private final Home home;
    private final LocalThreadStore store;
    private final IntFunction<Progress> progress;

    /** Takes a step for each rollout that was looked at. */
    interface Progress extends AutoCloseable {
        void step();

        @Override
        void close();
    }

    /** @param problem why it was not repaired; empty if it was */
    record Attempt(Finding finding, String problem) {
        boolean succeeded() {
            return problem.isEmpty();
        }
    }

    /** @param progress made for a number of rollouts */
    Examination(Home home, LocalThreadStore store, IntFunction<Progress> progress) {
        this.home = home;
        this.store = store;
        this.progress = progress;
    }

    List<Finding> check() throws IOException {
        var patient = Patient.look(home, store);
        var findings = new ArrayList<Finding>();
        if (home.configProblem() != null) {
            findings.add(new Finding(
                    Kind.CONFIG,
                    "no server can use it: " + home.configProblem(),
                    List.of(home.folder().resolve("config.toml")),
                    null));
        }
        try (var line = progress.apply(patient.rollouts().size())) {
            findings.addAll(RolloutCheck.of(patient, line::step));
        }
        findings.addAll(IndexCheck.of(patient));
        findings.addAll(LeftoverCheck.of(patient, Instant.now()));
        findings.addAll(PermissionCheck.of(patient));
        return findings;
    }

    /** Repairs what can be; what is still wrong then, {@link #check} tells. */
    List<Attempt> repair(List<Finding> found, Backup backup) throws IOException {
        var attempts = new ArrayList<Attempt>();
        var failed = new ArrayList<Path>();
        var findings = found;
        for (var round = 0; round < ROUNDS; round++) {
            var repaired = false;
            for (var finding : findings) {
                if (finding.repair() == null || (!failed.isEmpty() && failed.containsAll(finding.paths()))) {
                    continue;
                }
                var attempt = attempt(finding, backup);
                attempts.add(attempt);
                repaired |= attempt.succeeded();
                if (!attempt.succeeded()) {
                    failed.addAll(finding.paths());
                }
            }
            if (!repaired) {
                break;
            }
            findings = check();
        }
        return attempts;
    }

    private static Attempt attempt(Finding finding, Backup backup) {
        try {
            if (finding.repair() != null) {
                finding.repair().apply(backup);
            }
            return new Attempt(finding, "");
        } catch (IOException | ThreadStoreException e) {
            return new Attempt(finding, String.valueOf(Failures.text(e)));
        }
    }
}
