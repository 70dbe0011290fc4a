package dev.bobbin.appserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines do not depend on the pieces in which bytes come. */
class LineSplitterFuzzTest {
    private static final int MAX_LINE_BYTES = 100;

    /** The first byte says how many bytes come at once. */
    @FuzzTest
    void cutsAtLineEndsAndNowhereElse(byte[] input) throws InterruptedException {
        var size = input.length == 0 ? 1 : 1 + (input[0] & 0x3f);
        var found = new ArrayList<InputLine>();
        var splitter = new LineSplitter(MAX_LINE_BYTES);
        for (var at = 0; at < input.length; at += size) {
            var piece = Arrays.copyOfRange(input, at, Math.min(input.length, at + size));
            splitter.accept(piece, piece.length, found::add);
        }
        var rest = splitter.rest();
        if (rest != null) {
            found.add(rest);
        }
        assertThat(splitter.rest()).isNull();

        var expected = lines(input);
        assertThat(found).hasSameSizeAs(expected);
        for (var i = 0; i < found.size(); i++) {
            check(found.get(i), expected.get(i));
        }
    }

    private static void check(InputLine found, byte[] expected) {
        if (found.cut()) {
            assertThat(expected.length).isGreaterThan(MAX_LINE_BYTES);
            assertThat(found.bytes())
                    .isNotEmpty()
                    .isEqualTo(Arrays.copyOf(expected, Math.min(expected.length, found.bytes().length)));
        } else {
            assertThat(found.bytes()).isEqualTo(expected);
        }
    }

    private static List<byte[]> lines(byte[] input) {
        var lines = new ArrayList<byte[]>();
        var start = 0;
        for (var i = 0; i < input.length; i++) {
            if (input[i] == '\n') {
                lines.add(Arrays.copyOfRange(input, start, i));
                start = i + 1;
            }
        }
        if (start < input.length) {
            lines.add(Arrays.copyOfRange(input, start, input.length));
        }
        return lines;
    }
}
