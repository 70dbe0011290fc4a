package dev.bobbin.appserver.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void linesEndInAnyOfTheThreeWays() throws IOException {
        assertThat(read("data: a\n\ndata: b\r\n\r\ndata: c\r\rdata: d\n\r\n")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void severalDataLinesAreJoined() throws IOException {
        assertThat(read("data: a\ndata:b\ndata:  c\ndata\n\n")).containsExactly("a\nb\n c\n");
    }

    @Test
    void commentsOtherFieldsAndEventsWithoutDataAreDropped() throws IOException {
        assertThat(read(": hello\n\nevent: x\nid: 1\n\nretry: 5\nevent: y\ndata: a\n\ndatabase: b\n\n\n\n"))
                .containsExactly("a");
    }

    @Test
    void emptyDataIsAnEvent() throws IOException {
        assertThat(read("data:\n\ndata: \n\n")).containsExactly("", "");
    }

    @Test
    void byteOrderMarkIsSkippedOnlyAtTheStart() throws IOException {
        assertThat(read("\ufeffdata: a\n\n\ufeffdata: b\n\n")).containsExactly("a");
    }

    @Test
    void eventThatTheEndCutsOffIsNone() throws IOException {
        assertThat(read("data: a\n\ndata: b\n")).containsExactly("a");
        assertThat(read("data: a\n\ndata: b")).containsExactly("a");
        assertThat(read("")).isEmpty();
    }

    @Test
    void hugeEventArrivesWhole() throws IOException {
        var huge = "x".repeat(5_000_000);
        assertThat(read("data: " + huge + "\n\ndata: b\n\n")).containsExactly(huge, "b");
    }

    @Test
    void chunkingDoesNotMatter() throws IOException {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var text = randomStream(random);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(read(new Dribble(bytes, random)))
                    .as("seed %d round %d: %s", seed, round, text)
                    .isEqualTo(read(new ByteArrayInputStream(bytes)));
        }
    }

    private static String randomStream(Random random) {
        var pieces = List.of(
                "data: ", "data:", "é€𝄞", "x".repeat(40), "\n", "\r", "\r\n", "\n\n", ": c", "event: e", "\ufeff");
        var text = new StringBuilder();
        for (var i = random.nextInt(60); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private static List<String> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(InputStream in) throws IOException {
        var stream = new EventStream(in);
        var events = new ArrayList<String>();
        while (stream.next()) {
            events.add(new String(stream.data(), 0, stream.length(), StandardCharsets.UTF_8));
        }
        return events;
    }

    /** Gives a few bytes at a time. */
    private static final class Dribble extends InputStream {
        private final ByteArrayInputStream in;
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            this.in = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, Math.min(length, 1 + random.nextInt(7)));
        }
    }
}
