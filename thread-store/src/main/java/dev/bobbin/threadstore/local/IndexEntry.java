package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.line.GitInfo;
import dev.bobbin.threadstore.PageCursor;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.StoredThreadBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list in memory knows of one rollout file, kept small: there is one for every thread of the home.
 *
 * <p>Immutable but for {@link #updatedMillis} and {@link #isFresh}, which only {@link ThreadIndex} changes.
 */
final class IndexEntry {
    /** Longer previews are read from the file again when they are shown. */
    static final int MAX_PREVIEW_CHARS = 1_000;

    // Not made by Comparator's methods: the JVM's cache does not hold what these make, and the first list is waited
    // for.
    static final Comparator<IndexEntry> BY_CREATED = (a, b) ->
            a.createdMillis == b.createdMillis ? compareIdentity(a, b) : Long.compare(a.createdMillis, b.createdMillis);
    static final Comparator<IndexEntry> BY_UPDATED = (a, b) ->
            a.updatedMillis == b.updatedMillis ? compareIdentity(a, b) : Long.compare(a.updatedMillis, b.updatedMillis);

    final long idHigh;
    final long idLow;
    final Path folder;
    private final long nameSeconds;
    /** Only where the name cannot be made again from time and id. */
    private final @Nullable String oddName;

    private final boolean compressed;
    final boolean archived;
    final long createdMillis;
    long updatedMillis;
    final Origin origin;
    private final @Nullable String preview;
    private final boolean previewCut;
    /** Whether the database may not have it yet. */
    boolean isFresh;

    private final @Nullable String title;
    final @Nullable GitInfo git;

    /** Facts that many threads share; equal ones are one object. */
    record Origin(
            String modelProvider,
            String cwd,
            String cliVersion,
            SessionSource source,
            @Nullable String threadSource,
            @Nullable String agentNickname,
            @Nullable String agentRole,
            @Nullable String agentPath) {
        /** A text that is the same for the same facts. */
        String key() {
            return String.join(
                    "\0",
                    modelProvider,
                    cwd,
                    cliVersion,
                    source.stored(),
                    orNone(threadSource),
                    orNone(agentNickname),
                    orNone(agentRole),
                    orNone(agentPath));
        }

        private static String orNone(@Nullable String text) {
            return text == null ? "\1" : text;
        }
    }

    /**
     * A rollout's file.
     *
     * @param folder one object for all files in it
     * @param fileName as it is in the folder, maybe compressed
     */
    record Place(Path folder, String fileName, RolloutName name, boolean archived) {
        Path file() {
            return folder.resolve(fileName);
        }
    }

    /** What the lists say of a thread, by its file. */
    record Texts(String preview, String title) {}

    /** @throws IllegalArgumentException if the id is none */
    IndexEntry(
            Place place,
            String threadId,
            Instant created,
            Instant updated,
            Texts texts,
            Origin origin,
            @Nullable GitInfo git) {
        var id = UUID.fromString(threadId);
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.folder = place.folder();
        this.nameSeconds = place.name().time().toEpochSecond(ZoneOffset.UTC);
        this.compressed = place.name().compressed();
        this.oddName = place.name().isUsual(place.fileName(), id.toString()) ? null : place.fileName();
        this.archived = place.archived();
        this.createdMillis = created.toEpochMilli();
        this.updatedMillis = updated.toEpochMilli();
        this.origin = origin;
        var text = texts.preview();
        this.previewCut = text.length() > MAX_PREVIEW_CHARS;
        this.preview = text.isEmpty() ? null : previewCut ? text.substring(0, MAX_PREVIEW_CHARS) : text;
        this.title = texts.title().equals(text) || texts.title().isEmpty() ? null : texts.title();
        this.git = git;
    }

    /** Something to compare entries with: the lowest or highest of all at that time. */
    private IndexEntry(long millis, boolean highest) {
        this.idHigh = highest ? -1 : 0;
        this.idLow = highest ? -1 : 0;
        this.folder = Path.of("");
        this.nameSeconds = 0;
        this.compressed = false;
        this.oddName = highest ? "\uffff" : "";
        this.archived = false;
        this.createdMillis = millis;
        this.updatedMillis = millis;
        this.origin = new Origin("", "", "", SessionSource.VSCODE, null, null, null, null);
        this.preview = null;
        this.previewCut = false;
        this.title = null;
        this.git = null;
    }

    static IndexEntry lowestAt(Instant time) {
        return new IndexEntry(time.toEpochMilli(), false);
    }

    static IndexEntry highestAt(Instant time) {
        return new IndexEntry(time.toEpochMilli(), true);
    }

    private static int compareIdentity(IndexEntry a, IndexEntry b) {
        var order = Long.compareUnsigned(a.idHigh, b.idHigh);
        if (order == 0) {
            order = Long.compareUnsigned(a.idLow, b.idLow);
        }
        if (order == 0) {
            order = Long.compare(a.nameSeconds, b.nameSeconds);
        }
        if (order == 0) {
            order = a.fileName().compareTo(b.fileName());
        }
        return order == 0 ? a.folder.compareTo(b.folder) : order;
    }

    String threadId() {
        return new UUID(idHigh, idLow).toString();
    }

    /** Whether another file with the same id is the thread rather than this one. */
    boolean yieldsTo(IndexEntry other) {
        return archived == other.archived ? compareIdentity(this, other) < 0 : archived;
    }

    /** Whether it lies on the far side of the cursor. */
    boolean isBehind(PageCursor cursor, boolean byUpdate, boolean descending) {
        var millis = byUpdate ? updatedMillis : createdMillis;
        var place = cursor.time().toEpochMilli();
        if (millis != place) {
            return descending == (millis < place);
        }
        return cursor.precedes(Instant.ofEpochMilli(millis), threadId(), descending);
    }

    /** The time in the file's name, local time read as UTC. */
    long nameSeconds() {
        return nameSeconds;
    }

    String fileName() {
        return oddName != null ? oddName : madeName(threadId());
    }

    private String madeName(String threadId) {
        return new RolloutName(LocalDateTime.ofEpochSecond(nameSeconds, 0, ZoneOffset.UTC), threadId, compressed)
                .fileName();
    }

    /** The file as it is on disk. */
    Path file() {
        return folder.resolve(fileName());
    }

    boolean isListable() {
        return preview != null;
    }

    /** Whether the preview goes on in the file. */
    boolean isPreviewCut() {
        return previewCut;
    }

    String preview() {
        return preview == null ? "" : preview;
    }

    String title() {
        return title == null ? preview() : title;
    }

    Instant createdAt() {
        return Instant.ofEpochMilli(createdMillis);
    }

    Instant updatedAt() {
        return Instant.ofEpochMilli(updatedMillis);
    }

    /**
     * As a list shows it, but for a preview that was cut, the name, and git facts that were changed later.
     *
     * @param file that of {@link #file}, which takes a while to make
     */
    StoredThread toStoredThread(Path file) {
        return new StoredThreadBuilder(threadId())
                .rolloutPath(RolloutPaths.logical(file))
                .preview(preview())
                .title(title())
                .modelProvider(origin.modelProvider)
                .createdAt(createdAt())
                .updatedAt(updatedAt())
                .archivedAt(archived ? updatedAt() : null)
                .cwd(origin.cwd)
                .cliVersion(origin.cliVersion)
                .source(origin.source)
                .threadSource(origin.threadSource)
                .agentNickname(origin.agentNickname)
                .agentRole(origin.agentRole)
                .agentPath(origin.agentPath)
                .gitInfo(git)
                .build();
    }
}
