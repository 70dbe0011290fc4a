package dev.bobbin.appserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StdioTransportTest {
    @Test
    void theLastLineNeedsNoEnd() throws InterruptedException {
        var input = new ByteArrayInputStream("first\nlast".getBytes(StandardCharsets.UTF_8));
        try (var transport = StdioTransport.start(input, new ByteArrayOutputStream())) {
            assertThat(text(transport.read())).isEqualTo("first");
            assertThat(text(transport.read())).isEqualTo("last");
            assertThat(transport.read()).isNull();
        }
    }

    @Test
    void nothingIsWrittenOnceItIsClosed() {
        var transport = StdioTransport.start(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        transport.close();
        assertThatThrownBy(() -> transport.write(new byte[] {'x'}, 0, 1)).isInstanceOf(IOException.class);
    }

    private static String text(InputLine line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
