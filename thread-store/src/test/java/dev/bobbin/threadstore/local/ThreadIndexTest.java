package dev.bobbin.threadstore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadIndexTest {
    private static final int THREADS = 5_000;

    @Test
    void entriesStayInOrderHoweverTheyComeAndGo() {
        var random = new Random(7);
        var index = new ThreadIndex();
        var entries = new ArrayList<IndexEntry>();
        for (var n = 0; n < THREADS; n++) {
            entries.add(IndexEntry.lowestAt(Instant.ofEpochSecond(n)));
        }
        var expected = List.copyOf(entries);
        Collections.shuffle(entries, random);
        entries.forEach(index::add);
        assertThat(index.all()).isEqualTo(expected);
        var kept = new ArrayList<>(expected);
        for (var entry : entries.subList(0, THREADS / 2)) {
            index.remove(entry);
        }
        kept.removeAll(Set.copyOf(entries.subList(0, THREADS / 2)));
        assertThat(index.all()).isEqualTo(kept);
        entries.subList(0, THREADS / 2).forEach(index::add);
        assertThat(index.all()).isEqualTo(expected);
    }
}
