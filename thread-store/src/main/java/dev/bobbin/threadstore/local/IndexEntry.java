package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.line.GitInfo;
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
 * <p>Immutable but for {@link #updatedMillis}, which only {@link ThreadIndex} changes.
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

    private final long idHigh;
    private final long idLow;
    private final Path folder;
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
            @Nullable String agentPath) {}

    /**
     * @param fileName as it is in the folder, maybe compressed
     * @param thread what the file says; its times, texts and origin are kept
     */
    IndexEntry(Path folder, String fileName, RolloutName name, StoredThread thread, Origin origin) {
        var id = UUID.fromString(thread.threadId());
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.folder = folder;
        this.nameSeconds = name.time().toEpochSecond(ZoneOffset.UTC);
        this.compressed = name.compressed();
        this.oddName = fileName.equals(madeName(thread.threadId())) ? null : fileName;
        this.archived = thread.archived();
        this.createdMillis = thread.createdAt().toEpochMilli();
        this.updatedMillis = thread.updatedAt().toEpochMilli();
        this.origin = origin;
        var text = thread.preview();
        this.previewCut = text.length() > MAX_PREVIEW_CHARS;
        this.preview = text.isEmpty() ? null : previewCut ? text.substring(0, MAX_PREVIEW_CHARS) : text;
        this.title = thread.title().equals(text) || thread.title().isEmpty() ? null : thread.title();
        this.git = thread.gitInfo();
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

    boolean hasId(UUID id) {
        return id.getMostSignificantBits() == idHigh && id.getLeastSignificantBits() == idLow;
    }

    UUID id() {
        return new UUID(idHigh, idLow);
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

    /** As a list shows it, but for a preview that was cut, the name, and git facts that were changed later. */
    StoredThread toStoredThread() {
        return new StoredThreadBuilder(threadId())
                .rolloutPath(RolloutPaths.logical(file()))
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
