package dev.bobbin.threadstore.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.TestItems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadIndexTest {
    private static final int THREADS = 5_000;
    private static final Path FOLDER = Path.of("/home/sessions/2026/03/01");
    private static final Path ARCHIVE = Path.of("/home/archived_sessions");
    private static final IndexEntry.Origin ORIGIN =
            new IndexEntry.Origin("provider", "/w", "1", SessionSource.VSCODE, null, null, null, null);

    /** Three threads a second. */
    private static IndexEntry entry(int n, boolean archived) {
        var name = "rollout-2026-03-01T10-00-00-" + TestItems.id(n) + ".jsonl";
        var place = new IndexEntry.Place(
                archived ? ARCHIVE : FOLDER, name, requireNonNull(RolloutName.parse(name)), archived);
        var time = Instant.ofEpochSecond(n / 3);
        return new IndexEntry(
                place, TestItems.id(n), time, time, new IndexEntry.Texts("question " + n, ""), ORIGIN, null);
    }

    @Test
    void entriesStayInOrderHoweverTheyComeAndGo() {
        var random = new Random(7);
        var index = new ThreadIndex();
        var entries = new ArrayList<IndexEntry>();
        for (var n = 0; n < THREADS; n++) {
            entries.add(entry(n, false));
        }
        var inOrder = List.copyOf(entries);
        Collections.shuffle(entries, random);
        entries.forEach(index::add);
        assertThat(index.all()).isEqualTo(inOrder);
        var gone = Set.copyOf(entries.subList(0, THREADS / 2));
        gone.forEach(index::remove);
        assertThat(index.all())
                .isEqualTo(
                        inOrder.stream().filter(entry -> !gone.contains(entry)).toList());
        for (var n = 0; n < THREADS; n++) {
            assertThat(index.find(TestItems.id(n))).isEqualTo(gone.contains(inOrder.get(n)) ? null : inOrder.get(n));
        }
        gone.forEach(index::add);
        assertThat(index.all()).isEqualTo(inOrder);
    }

    @Test
    void ofTwoFilesWithOneIdTheLiveOneIsTheThreadAsLongAsItIsThere() {
        var index = new ThreadIndex();
        var live = entry(1, false);
        var archived = entry(1, true);
        index.add(live);
        index.add(archived);
        assertThat(index.find(TestItems.id(1))).isEqualTo(live);
        index.remove(live);
        assertThat(index.find(TestItems.id(1))).isEqualTo(archived);
    }
}
