package dev.bobbin.appserver.cli.doctor;

import dev.bobbin.appserver.cli.home.HomeOption.Home;
import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.threadstore.local.LocalThreadStore;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A home as it lies on disk at one moment.
 *
 * @param store for the rights to threads; nothing else is asked of it
 * @param rollouts plain and compressed, of both halves of the home
 * @param others files beside them that are no rollouts
 * @param folders those that threads lie in
 */
record Patient(Home home, LocalThreadStore store, List<Rollout> rollouts, List<Path> others, List<Path> folders) {
    private static final int DAY_DEPTH = 3;

    /** A rollout where servers look for it. */
    record Rollout(Path file, RolloutName name, boolean archived) {
        /** The path without {@code .zst}, which stands for both forms. */
        Path logical() {
            return RolloutPaths.logical(file);
        }
    }

    Path folder() {
        return home.folder();
    }

    /** Looks at everything. Links are not followed. */
    static Patient look(Home home, LocalThreadStore store) throws IOException {
        var patient = new Patient(home, store, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var half : List.of(RolloutPaths.SESSIONS, RolloutPaths.ARCHIVED_SESSIONS)) {
            var root = home.folder().resolve(half);
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root, patient.new Collector(root, half.equals(RolloutPaths.ARCHIVED_SESSIONS)));
            }
        }
        return patient;
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final boolean archived;

        Collector(Path root, boolean archived) {
            this.root = root;
            this.archived = archived;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folders.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = RolloutName.parse(String.valueOf(file.getFileName()));
            if (attributes.isRegularFile()) {
                if (name == null || !isLookedFor(file)) {
                    others.add(file);
                } else {
                    rollouts.add(new Rollout(file, name, archived));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /** Servers look into folders of days, and into the archive itself. */
        private boolean isLookedFor(Path file) {
            var folders = root.relativize(file).getParent();
            if (folders == null) {
                return archived;
            }
            for (var folder : folders) {
                if (!folder.toString().chars().allMatch(Character::isDigit)) {
                    return false;
                }
            }
            return !archived && folders.getNameCount() == DAY_DEPTH;
        }

        /** It may have gone meanwhile, or is closed to us, which is told elsewhere. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
