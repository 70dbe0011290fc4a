package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.rollout.file.RolloutSummary;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.AgentIdentity;
import dev.bobbin.threadstore.HistoryFold;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.StoredThreadBuilder;
import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Makes threads from what rollouts say, by their heads or whole. */
final class HeadReader {
    private final String defaultProvider;
    private final ThreadIndex index;

    HeadReader(String defaultProvider, ThreadIndex index) {
        this.defaultProvider = defaultProvider;
        this.index = index;
    }

    /**
     * The file as the list knows it; null if it is no rollout (yet).
     *
     * @param file the one of that place
     * @param attributes of the file, from just before
     * @param buffer to read into
     * @throws IOException if the file cannot be read, now or ever
     */
    @Nullable
    IndexEntry entry(IndexEntry.Place place, Path file, BasicFileAttributes attributes, byte[] buffer)
            throws IOException {
        var summary = HeadScan.scan(file, attributes, buffer);
        try {
            return summary == null ? null : entry(place, summary);
        } catch (IllegalArgumentException e) {
            // Its id is none.
            return null;
        }
    }

    private IndexEntry entry(IndexEntry.Place place, RolloutSummary summary) {
        var meta = summary.meta();
        var agent = AgentIdentity.of(meta);
        var origin = new IndexEntry.Origin(
                providerOf(meta),
                meta.cwd(),
                meta.cliVersion(),
                SessionSource.of(meta.source()),
                meta.threadSource(),
                agent.nickname(),
                agent.role(),
                agent.path());
        var created = RolloutTime.parse(meta.timestamp());
        return new IndexEntry(
                place,
                meta.id(),
                created == null ? place.name().time().toInstant(ZoneOffset.UTC) : created,
                summary.modified(),
                new IndexEntry.Texts(previewOf(summary), titleOf(summary.firstUserMessage())),
                index.shared(origin),
                index.shared(meta.git()));
    }

    /** What the head says. */
    StoredThread head(Path path, boolean archived) {
        try {
            var summary = HeadScan.scan(path);
            if (summary != null) {
                return thread(path, summary, archived);
            }
        } catch (IOException e) {
            throw new ThreadStoreException.Internal("failed to read thread " + path + ": " + OsErrors.text(e), e);
        }
        throw new ThreadStoreException.Internal("failed to read thread " + path + ": rollout at " + path + " is empty");
    }

    /**
     * As a list shows it, with all of its preview.
     *
     * @param file that of the entry
     */
    StoredThread listed(IndexEntry entry, Path file) {
        if (entry.isPreviewCut()) {
            try {
                var head = head(file, entry.archived);
                return entry.toStoredThread(file).toBuilder()
                        .preview(head.preview())
                        .title(head.title())
                        .build();
            } catch (ThreadStoreException.Internal e) {
                // Gone since; its beginning is still at hand.
            }
        }
        return entry.toStoredThread(file);
    }

    /** What the whole file says. */
    StoredThread whole(Path path, boolean archived) {
        var head = head(path, archived);
        var fold = new HistoryFold(head.threadId());
        try (var reader = RolloutReader.open(path).withoutModelItems()) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                fold.accept(line);
            }
        } catch (IOException e) {
            throw new ThreadStoreException.Internal("failed to read thread " + path + ": " + OsErrors.text(e), e);
        }
        return fold.result().applyTo(head);
    }

    private StoredThread thread(Path path, RolloutSummary summary, boolean archived) {
        var meta = summary.meta();
        var created = RolloutTime.parse(meta.timestamp());
        var modified = Instant.ofEpochMilli(summary.modified().toEpochMilli());
        return describe(meta)
                .rolloutPath(RolloutPaths.logical(path))
                .preview(previewOf(summary))
                .title(titleOf(summary.firstUserMessage()))
                .firstUserMessage(summary.firstUserMessage())
                .createdAt(created == null ? modified : Instant.ofEpochMilli(created.toEpochMilli()))
                .updatedAt(modified)
                .archivedAt(archived ? modified : null)
                .build();
    }

    private static String previewOf(RolloutSummary summary) {
        return summary.preview() == null ? "" : summary.preview();
    }

    /** An image is no title. */
    private static String titleOf(@Nullable String firstUserMessage) {
        return firstUserMessage == null || firstUserMessage.equals("[Image]") ? "" : firstUserMessage;
    }

    private String providerOf(SessionMeta meta) {
        var provider = meta.modelProvider();
        return provider == null || provider.isEmpty() ? defaultProvider : provider;
    }

    /** Everything a session_meta says. */
    StoredThreadBuilder describe(SessionMeta meta) {
        var agent = AgentIdentity.of(meta);
        return new StoredThreadBuilder(meta.id())
                .forkedFromId(meta.forkedFromId())
                .parentThreadId(meta.parentThreadId())
                .modelProvider(providerOf(meta))
                .cwd(meta.cwd())
                .cliVersion(meta.cliVersion())
                .source(SessionSource.of(meta.source()))
                .threadSource(meta.threadSource())
                .agentNickname(agent.nickname())
                .agentRole(agent.role())
                .agentPath(agent.path())
                .gitInfo(meta.git())
                .memoryMode(meta.memoryMode() == null ? "enabled" : meta.memoryMode());
    }
}
