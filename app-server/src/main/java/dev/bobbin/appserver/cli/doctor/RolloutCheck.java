package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import dev.bobbin.appserver.cli.doctor.Patient.Rollout;
import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.rollout.file.RolloutWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Rollouts one by one (torn, unreadable) and against each other (two forms of one, two files of one thread). */
final class RolloutCheck {
    private final Patient patient;
    private final List<Finding> findings = new ArrayList<>();

    private RolloutCheck(Patient patient) {
        this.patient = patient;
    }

    /** @param looked called after each file */
    static List<Finding> of(Patient patient, Runnable looked) {
        var check = new RolloutCheck(patient);
        for (var rollout : patient.rollouts()) {
            check.look(rollout);
            looked.run();
        }
        check.lookForDuplicates();
        return check.findings;
    }

    private void look(Rollout rollout) {
        if (!Files.isReadable(rollout.file())) {
            return;
        }
        if (rollout.name().compressed() && Files.exists(rollout.logical())) {
            findings.add(new Finding(
                    Kind.COMPRESSED_TWIN,
                    "every reader takes the plain form; the compressed one beside it is left over",
                    List.of(rollout.file()),
                    exclusively(rollout, backup -> backup.move(rollout.file()))));
            return;
        }
        try {
            if (rollout.name().compressed()) {
                RolloutReader.read(rollout.file(), line -> {});
            }
            var head = HeadScan.scan(rollout.file());
            if (head == null) {
                findings.add(unreadable(rollout, "it has no session metadata, so that no server can open it"));
            } else if (!head.meta().id().equalsIgnoreCase(rollout.name().threadId())) {
                findings.add(unreadable(
                        rollout,
                        "its name says another thread than its metadata, "
                                + head.meta().id()));
            } else if (!rollout.name().compressed() && isTorn(rollout.file())) {
                findings.add(torn(rollout));
            }
        } catch (IOException e) {
            findings.add(new Finding(
                    Kind.UNREADABLE_ROLLOUT,
                    "it cannot be read whole (" + e.getMessage() + "); put back an earlier copy",
                    List.of(rollout.file()),
                    null));
        }
    }

    private Finding unreadable(Rollout rollout, String detail) {
        return new Finding(
                Kind.UNREADABLE_ROLLOUT,
                detail,
                List.of(rollout.file()),
                exclusively(rollout, backup -> backup.move(rollout.file())));
    }

    private Finding torn(Rollout rollout) {
        return new Finding(
                Kind.TORN_TAIL,
                "its last line lacks its end, as after a crash",
                List.of(rollout.file()),
                exclusively(rollout, backup -> {
                    backup.copy(rollout.file());
                    RolloutWriter.openForAppend(rollout.file()).close();
                }));
    }

    static boolean isTorn(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() == 0) {
                return false;
            }
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }

    private Finding.Repair exclusively(Rollout rollout, Finding.Repair repair) {
        return backup -> patient.store().exclusively(rollout.name().threadId(), () -> {
            repair.apply(backup);
            return rollout;
        });
    }

    private void lookForDuplicates() {
        var byId = new LinkedHashMap<String, List<Rollout>>();
        for (var rollout : patient.rollouts()) {
            var shadowed = rollout.name().compressed() && Files.exists(rollout.logical());
            if (!shadowed) {
                byId.computeIfAbsent(rollout.name().threadId(), _ -> new ArrayList<>())
                        .add(rollout);
            }
        }
        byId.values().stream().filter(files -> files.size() > 1).forEach(this::duplicate);
    }

    private void duplicate(List<Rollout> files) {
        var kept = kept(files);
        var others = files.stream().filter(file -> !file.equals(kept)).toList();
        findings.add(new Finding(
                Kind.DUPLICATE_ID,
                "thread " + kept.name().threadId() + " has " + files.size() + " files; " + kept.file() + " stays",
                others.stream().map(Rollout::file).toList(),
                exclusively(kept, backup -> {
                    for (var other : others) {
                        backup.move(other.file());
                    }
                })));
    }

    /** The one that servers show, a live one and the newest, unless another goes on where that one ends. */
    private static Rollout kept(List<Rollout> files) {
        var shown = files.stream()
                .min(Comparator.comparing(Rollout::archived)
                        .thenComparing(
                                Comparator.comparingLong(RolloutCheck::modified).reversed()))
                .orElseThrow();
        return files.stream()
                .filter(file -> goesOn(file.file(), shown.file()))
                .max(Comparator.comparingLong(RolloutCheck::size))
                .orElse(shown);
    }

    private static boolean goesOn(Path longer, Path shorter) {
        try {
            return !RolloutPaths.isCompressed(longer)
                    && !RolloutPaths.isCompressed(shorter)
                    && Files.size(longer) > Files.size(shorter)
                    && Files.mismatch(longer, shorter) == Files.size(shorter);
        } catch (IOException e) {
            return false;
        }
    }

    private static long modified(Rollout rollout) {
        return rollout.file().toFile().lastModified();
    }

    private static long size(Rollout rollout) {
        return rollout.file().toFile().length();
    }
}
