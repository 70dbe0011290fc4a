package dev.bobbin.appserver.tool.patch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the patches of one turn changed altogether, in git's form. For one thread at a time. */
public final class TurnDiff {
    private static final int CONTEXT = 3;
    private static final String NO_BLOB = "0".repeat(40);

    private record Change(@Nullable String before, @Nullable String after) {}

    private final Path root;
    private final Map<Path, Change> changes = new TreeMap<>();

    /**
     * An empty diff.
     *
     * @param root what the shown paths are relative to
     */
    public TurnDiff(Path root) {
        this.root = root;
    }

    /** Adds a plan that was applied. */
    public void add(PatchPlan plan) {
        for (var change : plan.changes()) {
            if (change.moveTo() == null) {
                record(change.path(), change.before(), change.after());
            } else {
                record(change.path(), change.before(), null);
                record(change.moveTo(), null, change.after());
            }
        }
    }

    private void record(Path path, @Nullable String before, @Nullable String after) {
        var earlier = changes.get(path);
        changes.put(path, new Change(earlier == null ? before : earlier.before(), after));
    }

    /** Whether nothing was changed by any patch. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        changes.forEach((path, change) -> file(out, path, change));
        return out.toString();
    }

    private void file(StringBuilder out, Path path, Change change) {
        var before = change.before();
        var after = change.after();
        if (before == null && after == null || before != null && before.equals(after)) {
            return;
        }
        var name = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
        out.append("diff --git a/").append(name).append(" b/").append(name).append('\n');
        if (before == null) {
            out.append("new file mode 100644\n");
        } else if (after == null) {
            out.append("deleted file mode 100644\n");
        }
        out.append("index ")
                .append(blob(before))
                .append("..")
                .append(blob(after))
                .append('\n');
        out.append("--- ").append(before == null ? "/dev/null" : "a/" + name).append('\n');
        out.append("+++ ").append(after == null ? "/dev/null" : "b/" + name).append('\n');
        out.append(UnifiedDiff.hunks(before == null ? "" : before, after == null ? "" : after, CONTEXT));
    }

    /** The id git gives a file of this text. */
    private static String blob(@Nullable String text) {
        if (text == null) {
            return NO_BLOB;
        }
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
