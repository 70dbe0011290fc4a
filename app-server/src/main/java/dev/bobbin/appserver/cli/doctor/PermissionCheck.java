package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import dev.bobbin.threadstore.local.sqlite.StateInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Conversations and keys are nobody else's business, and their owner must be able to use them. */
final class PermissionCheck {
    private static final List<String> PRIVATE_FILES =
            List.of("auth.json", "config.toml", "history.jsonl", "session_index.jsonl");
    private static final Set<PosixFilePermission> FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PermissionCheck() {}

    static List<Finding> of(Patient patient) throws IOException {
        var wrong = new ArrayList<Path>();
        for (var path : candidates(patient)) {
            if (isWrong(path)) {
                wrong.add(path);
            }
        }
        if (wrong.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                Kind.PERMISSIONS,
                wrong.size() + " files and folders can be used by others, or not by their owner",
                wrong,
                backup -> {
                    for (var path : wrong) {
                        backup.note(path, Files.getPosixFilePermissions(path));
                        Files.setPosixFilePermissions(path, wanted(path));
                    }
                }));
    }

    private static List<Path> candidates(Patient patient) {
        var candidates = new ArrayList<Path>();
        candidates.add(patient.folder());
        candidates.addAll(patient.folders());
        patient.rollouts().forEach(rollout -> candidates.add(rollout.file()));
        PRIVATE_FILES.forEach(name -> candidates.add(patient.folder().resolve(name)));
        candidates.addAll(new StateInspection(patient.home().sqliteHome()).files());
        return candidates;
    }

    private static boolean isWrong(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(path)) {
            return false;
        }
        var permissions = Files.getPosixFilePermissions(path);
        var wanted = wanted(path);
        // A file that its owner may run, or may only read on purpose, is his own business: others are what matters.
        var foreign = EnumSet.noneOf(PosixFilePermission.class);
        foreign.addAll(permissions);
        foreign.removeAll(FOLDER);
        return !foreign.isEmpty() || !permissions.containsAll(wanted);
    }

    private static Set<PosixFilePermission> wanted(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? FOLDER : FILE;
    }
}
