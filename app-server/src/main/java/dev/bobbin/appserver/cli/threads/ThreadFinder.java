package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the thread that a person means by an id, the beginning of one, a name or a path. */
final class ThreadFinder {
    private static final int PAGE = 500;
    private static final int ID_LENGTH = 36;
    private static final int SHOWN_CANDIDATES = 10;

    private final ThreadStore store;

    ThreadFinder(ThreadStore store) {
        this.store = store;
    }

    /** @throws Refusal if there is none, or more than one */
    StoredThread find(String meant) {
        var id = id(meant);
        if (id != null) {
            return store.readThread(new ReadThread(id, true));
        }
        if (meant.indexOf('/') >= 0 || meant.endsWith(".jsonl") || meant.endsWith(".zst")) {
            return store.readThreadByPath(Path.of(meant).toAbsolutePath().normalize(), true);
        }
        var beginning = meant.toLowerCase(Locale.ROOT);
        var candidates = all().stream()
                .filter(thread -> thread.threadId().startsWith(beginning) || meant.equals(thread.name()))
                .toList();
        if (candidates.isEmpty()) {
            throw new Refusal("no thread has the id or name " + meant);
        }
        if (candidates.size() > 1) {
            throw new Refusal("more than one thread is called " + meant + ": " + ids(candidates));
        }
        return store.readThread(new ReadThread(candidates.getFirst().threadId(), true));
    }

    private static @Nullable String id(String text) {
        try {
            return text.length() == ID_LENGTH ? UUID.fromString(text).toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String ids(List<StoredThread> candidates) {
        var shown = candidates.stream()
                .limit(SHOWN_CANDIDATES)
                .map(thread -> thread.threadId() + " (" + Plain.line(Table.called(thread), 30) + ")")
                .collect(Collectors.joining(", "));
        return candidates.size() > SHOWN_CANDIDATES ? shown + ", …" : shown;
    }

    /** Every thread that can be listed, live ones first. */
    List<StoredThread> all() {
        var all = new ArrayList<StoredThread>();
        for (var archived : new boolean[] {false, true}) {
            var query = new ListThreads(
                    PAGE, null, SortKey.CREATED_AT, true, Set.of(), List.of(), null, archived, null, false);
            for (var page = store.listThreads(query); ; page = store.listThreads(query)) {
                all.addAll(page.threads());
                if (page.nextCursor() == null) {
                    break;
                }
                query = query.withCursor(page.nextCursor());
            }
        }
        return all;
    }
}
