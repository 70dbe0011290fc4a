package dev.bobbin.appserver.tool.edit;

import dev.bobbin.appserver.tool.patch.PatchPlan;
import dev.bobbin.appserver.tool.patch.TurnDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was edited in a thread's present turn, and what its user has approved for the session. Safe for use from many threads. */
public final class ThreadEdits {
    // Guarded by this.
    private final Set<Path> approved = new HashSet<>();

    // Guarded by this.
    private String turnId = "";

    // Guarded by this.
    private TurnDiff diff = new TurnDiff(Path.of("/"));

    synchronized boolean areApproved(List<Path> files) {
        return approved.containsAll(files);
    }

    synchronized void approve(List<Path> files) {
        approved.addAll(files);
    }

    /** Adds what was applied, and gives the turn's diff so far. */
    synchronized String add(String turn, PatchPlan plan, Path cwd) {
        if (!turn.equals(turnId)) {
            turnId = turn;
            diff = new TurnDiff(root(cwd));
        }
        diff.add(plan);
        return diff.toString();
    }

    /** The turn's diff so far; empty if nothing was edited. */
    synchronized String diff(String turn) {
        return turn.equals(turnId) && !diff.isEmpty() ? diff.toString() : "";
    }

    /** The repository's folder, or the working directory where there is none. */
    private static Path root(Path cwd) {
        for (var folder = cwd; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return cwd;
    }
}
