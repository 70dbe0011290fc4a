package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.doctor.Finding.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
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
                "others can use it, or its owner cannot: " + wrong.size() + (wrong.size() == 1 ? " path" : " paths"),
                wrong,
                backup -> {
                    // An earlier repair, or a server, may have taken some away.
                    for (var path : wrong.stream().filter(Files::exists).toList()) {
                        backup.note(path, Files.getPosixFilePermissions(path));
                        Files.setPosixFilePermissions(path, wanted(path));
                    }
                }));
    }

    private static List<Path> candidates(Patient patient) throws IOException {
        var candidates = new ArrayList<Path>();
        candidates.add(patient.folder());
        candidates.addAll(patient.folders());
        patient.rollouts().forEach(rollout -> candidates.add(rollout.file()));
        PRIVATE_FILES.forEach(name -> candidates.add(patient.folder().resolve(name)));
        try (DirectoryStream<Path> databases = Files.newDirectoryStream(patient.folder(), "*.sqlite*")) {
            databases.forEach(candidates::add);
        }
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
