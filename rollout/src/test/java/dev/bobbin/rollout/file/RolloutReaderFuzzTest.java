package dev.bobbin.rollout.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.protocol.v2.turn.Turn;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutEncoder;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.replay.ContextReplay;
import dev.bobbin.rollout.replay.TurnReplay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any file is read to its end: the same lines whatever the pieces in which it comes, and the same said again when written. */
class RolloutReaderFuzzTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final int MAX_LINE_BYTES = 1 << 16;

    /** The first byte says how many bytes come at once. */
    @FuzzTest
    void readsAnyFileToItsEnd(byte[] file) throws IOException {
        var whole = new ArrayList<RolloutItem>();
        var report = read(file, file.length + 1, whole);
        var inPieces = new ArrayList<RolloutItem>();
        assertThat(read(file, file.length == 0 ? 1 : 1 + (file[0] & 0x3f), inPieces))
                .isEqualTo(report);
        assertThat(inPieces).isEqualTo(whole);
        assertThat(report.broken()).isBetween(0L, report.lines());
        assertThat((long) whole.size()).isEqualTo(report.lines() - report.broken() + report.salvaged());
        replay(whole);
    }

    private static ReadReport read(byte[] file, int pieces, List<RolloutItem> items) throws IOException {
        var in = new ByteArrayInputStream(file) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, pieces));
            }
        };
        try (var reader = new RolloutReader(in, 0, MAX_LINE_BYTES)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                check(line);
                items.add(line.parse());
            }
            return reader.report();
        }
    }

    private static void check(RawLine line) throws IOException {
        assertThat(JACKSON.readTree(line.payload().bytes()).isObject()).isTrue();
        var item = line.parse();
        var again = written(item, line.index());
        assertThat(again).isNotNull();
        assertThat(again.parse()).isEqualTo(item);
        assertThat(again.type()).isEqualTo(line.type());
    }

    private static @Nullable RawLine written(RolloutItem item, int index) {
        var out = new LineBuffer(256);
        RolloutEncoder.line(item, Instant.EPOCH, out);
        return RawLine.of(out.array(), 0, out.size() - 1, index);
    }

    private static void replay(List<RolloutItem> items) {
        var turns = TurnReplay.full();
        var newest = TurnReplay.newest(1);
        var context = new ContextReplay();
        for (var i = 0; i < items.size(); i++) {
            turns.accept(items.get(i), i);
            newest.accept(items.get(i), i);
            context.accept(items.get(i), i);
        }
        assertThat(context.result()).isNotNull();
        var ids = turns.turns().stream().map(Turn::id).toList();
        assertThat(newest.turns()).extracting(Turn::id).isEqualTo(ids);
    }
}
