package dev.bobbin.appserver.tool.patch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the patches of one turn changed altogether, in git's form. For one thread at a time. */
public final class TurnDiff {
    private static final int CONTEXT = 3;
    private static final String NO_BLOB = "0".repeat(40);

    /** @param from where a moved file was before the turn; null where it has not been moved */
    private record Change(
            @Nullable String before,
            @Nullable String after,
            @Nullable Path from) {}

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
                move(change.path(), change.before(), Objects.requireNonNull(change.moveTo()), change.after());
            }
        }
    }

    private void record(Path path, @Nullable String before, @Nullable String after) {
        var earlier = changes.get(path);
        changes.put(
                path,
                earlier == null
                        ? new Change(before, after, null)
                        : new Change(earlier.before(), after, after == null ? null : earlier.from()));
    }

    /** What stood where the file is moved to counts as gone. */
    private void move(Path from, @Nullable String before, Path to, @Nullable String after) {
        var earlier = changes.remove(from);
        if (earlier == null) {
            changes.put(to, new Change(before, after, from));
        } else {
            var origin = earlier.from() == null ? from : earlier.from();
            changes.put(to, new Change(earlier.before(), after, earlier.before() == null ? null : origin));
        }
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
        var isSame = before == null ? after == null : before.equals(after);
        if (isSame && (change.from() == null || change.from().equals(path))) {
            return;
        }
        var name = name(path);
        var oldName = change.from() == null ? name : name(change.from());
        out.append("diff --git a/").append(oldName).append(" b/").append(name).append('\n');
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
        out.append("--- ").append(before == null ? "/dev/null" : "a/" + oldName).append('\n');
        out.append("+++ ").append(after == null ? "/dev/null" : "b/" + name).append('\n');
        out.append(UnifiedDiff.hunks(before == null ? "" : before, after == null ? "" : after, CONTEXT));
    }

    private String name(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
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
