package dev.bobbin.threadstore;

import static dev.bobbin.threadstore.TestItems.id;
import static dev.bobbin.threadstore.TestItems.userMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.rollout.line.RawLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link ThreadStoreContract} that is about reading histories and copying them. */
abstract class ThreadHistoryContract extends ThreadListingContract {
    @Test
    void aHistoryIsCopiedWholeOrInPart() {
        stored(1, START, "hello");
        try (var fork = start(2, START.plusSeconds(1))) {
            var seen = new ArrayList<String>();
            fork.appendHistory(ReadHistory.of(id(1)), Long.MAX_VALUE, line -> seen.add(line.type()));
            assertThat(seen).hasSize(5);
        }
        assertThat(history(id(2)))
                .containsExactly("session_meta", "session_meta", "task_started", "user_message", "agent_message");
        assertThat(store.readThread(new ReadThread(id(2), false)))
                .returns("hello", StoredThread::preview)
                .returns(START.plusSeconds(1), StoredThread::createdAt);
        try (var fork = start(3, START)) {
            fork.appendHistory(ReadHistory.of(id(1)), 3, _ -> true);
        }
        assertThat(history(id(3))).containsExactly("session_meta", "session_meta", "task_started", "user_message");
    }

    @Test
    void copyingAHistoryShowsWhatReadingTheCopyWould() {
        stored(1, START, "hello");
        for (var needsModelItems : List.of(true, false)) {
            var fork = needsModelItems ? 2 : 3;
            var shown = new Told(needsModelItems, Integer.MAX_VALUE);
            try (var live = start(fork, START.plusSeconds(1))) {
                live.append(List.of(userMessage("own")));
                live.appendHistory(ReadHistory.of(id(1)), Long.MAX_VALUE, shown);
                var read = new Told(needsModelItems, Integer.MAX_VALUE);
                live.readHistory(read);
                assertThat(shown.lines).hasSize(6).isEqualTo(read.lines);
                assertThat(shown.starts).isEqualTo(read.starts);
            }
        }
        assertThat(history(id(3))).isEqualTo(history(id(2)));
    }

    @Test
    void whatASinkRefusesIsCopiedAllTheSame() {
        stored(1, START, "hello");
        var shown = new Told(true, 2);
        try (var fork = start(2, START)) {
            fork.appendHistory(ReadHistory.of(id(1)), Long.MAX_VALUE, shown);
        }
        assertThat(shown.lines).hasSize(2);
        assertThat(history(id(2))).hasSize(5);
    }

    /** Notes what it is told, up to a number of lines. */
    private static final class Told implements HistorySink {
        private final List<String> lines = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private final boolean needsModelItems;
        private final int limit;

        Told(boolean needsModelItems, int limit) {
            this.needsModelItems = needsModelItems;
            this.limit = limit;
        }

        @Override
        public boolean accept(RawLine line) {
            lines.add(line.index() + " " + line.payload());
            return lines.size() < limit;
        }

        @Override
        public void at(long offset) {
            starts.add(offset);
        }

        @Override
        public boolean needsModelItems() {
            return needsModelItems;
        }
    }

    @Test
    void readingAHistoryStopsWhenTheSinkHasEnough() {
        stored(1, START, "hello");
        var seen = new ArrayList<String>();
        store.readHistory(ReadHistory.of(id(1)), line -> {
            seen.add(line.type());
            return seen.size() < 2;
        });
        assertThat(seen).hasSize(2);
    }

    /** A store that does not tell where lines begin is asked for all. */
    @Test
    void aHistoryIsReadOnFromWhereALineBegins() {
        stored(1, START, "hello");
        var starts = new ArrayList<Long>();
        var all = new ArrayList<String>();
        store.readHistory(ReadHistory.of(id(1)), new HistorySink() {
            @Override
            public void at(long offset) {
                starts.add(offset);
            }

            @Override
            public boolean accept(RawLine line) {
                return all.add(line.payload().toString());
            }
        });
        assertThat(starts.size()).isIn(0, all.size());
        for (var i = 0; i < starts.size(); i++) {
            var rest = new ArrayList<String>();
            store.readHistory(
                    new ReadHistory(id(1), null, true, starts.get(i)),
                    line -> rest.add(line.payload().toString()));
            assertThat(rest).endsWith(all.subList(i, all.size()).toArray(String[]::new));
        }
    }
}
