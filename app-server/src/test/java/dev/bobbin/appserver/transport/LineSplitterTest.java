package dev.bobbin.appserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> cut = new ArrayList<>();

    @Test
    void linesAreFoundHoweverTheStreamIsCut() throws InterruptedException {
        var stream = "one\n\ntwo\r\nthree ✓\nrest".getBytes(StandardCharsets.UTF_8);
        for (var step = 1; step <= stream.length; step++) {
            lines.clear();
            var splitter = new LineSplitter();
            for (var at = 0; at < stream.length; at += step) {
                feed(splitter, Arrays.copyOfRange(stream, at, Math.min(stream.length, at + step)));
            }
            assertThat(lines).containsExactly("one", "", "two\r", "three ✓");
            var rest = splitter.rest();
            assertThat(rest).isNotNull();
            assertThat(new String(rest.bytes(), StandardCharsets.UTF_8)).isEqualTo("rest");
        }
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextOneIsWhole() throws InterruptedException {
        var splitter = new LineSplitter(10);
        feed(splitter, "0123456".getBytes(StandardCharsets.UTF_8));
        feed(splitter, "789abcdefgh".getBytes(StandardCharsets.UTF_8));
        feed(splitter, "ij\nnext\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines).containsExactly("0123456", "next");
        assertThat(cut).containsExactly(true, false);
    }

    @Test
    void hugeLinesAreJoinedOnce() throws InterruptedException {
        var splitter = new LineSplitter();
        var piece = new byte[64 << 10];
        Arrays.fill(piece, (byte) 'x');
        for (var i = 0; i < 1_024; i++) {
            splitter.accept(piece, piece.length, line -> {});
        }
        splitter.accept(new byte[] {'\n'}, 1, line -> assertThat(line.bytes()).hasSize(64 << 20));
    }

    private void feed(LineSplitter splitter, byte[] bytes) throws InterruptedException {
        splitter.accept(bytes, bytes.length, line -> {
            lines.add(new String(line.bytes(), StandardCharsets.UTF_8));
            cut.add(line.cut());
        });
    }
}
