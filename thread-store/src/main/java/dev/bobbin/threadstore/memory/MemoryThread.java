package dev.bobbin.threadstore.memory;

import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.StoredThreadBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One thread in memory. Guarded by its store's lock. */
final class MemoryThread {
    private final CreateThread created;
    private final List<RawLine> history = new ArrayList<>();
    private int items;
    private StoredThread metadata;
    private boolean writer = true;

    MemoryThread(CreateThread created) {
        this.created = created;
        this.metadata = new StoredThreadBuilder(created.threadId())
                .forkedFromId(created.meta().forkedFromId())
                .parentThreadId(created.meta().parentThreadId())
                .createdAt(created.createdAt())
                .updatedAt(created.createdAt())
                .build();
    }

    boolean hasWriter() {
        return writer;
    }

    void openWriter(boolean open) {
        writer = open;
    }

    /** A thread without history is known only to its writer. */
    boolean materialised() {
        return !history.isEmpty();
    }

    void materialise(Instant now) {
        if (!materialised()) {
            var meta = created.meta().with(created.git().get(), created.meta().memoryMode());
            metadata = metadata.toBuilder().gitInfo(meta.git()).build();
            add(meta, now);
        }
    }

    void append(List<? extends RolloutItem> added, Instant now) {
        materialise(now);
        added.forEach(item -> add(item, now));
    }

    private void add(RolloutItem item, Instant now) {
        addLine(RawLine.of(item, now, items));
    }

    private void addLine(RawLine line) {
        history.add(line);
        if (line.isItem()) {
            items++;
        }
    }

    /** The lines so far; not affected by later appends. */
    List<RawLine> history() {
        return List.copyOf(history);
    }

    StoredThread metadata() {
        return metadata;
    }

    void metadata(StoredThread changed) {
        metadata = changed;
    }
}
