package dev.bobbin.appserver.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final ArrayList<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(10, lines::add);

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.add(bytes, bytes.length);
    }

    @Test
    void linesArePutTogetherOfPieces() {
        add("on");
        add("e\r\n\n  \ntwo\nthr");
        assertThat(lines).containsExactly("one", "two");
        add("ee\n");
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void charactersMayBeCutInTwo() {
        var bytes = "ä\n".getBytes(StandardCharsets.UTF_8);
        splitter.add(bytes, 1);
        splitter.add(new byte[] {bytes[1], bytes[2]}, 2);
        assertThat(lines).containsExactly("ä");
    }

    @Test
    void tooLongALineIsPassedOver() {
        add("0123456789abc");
        add("def\nshort\n");
        assertThat(lines).containsExactly("short");
    }
}
