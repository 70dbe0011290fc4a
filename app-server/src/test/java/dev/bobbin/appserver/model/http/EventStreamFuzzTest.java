package dev.bobbin.appserver.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events are those of the standard, whatever the pieces in which a stream comes. */
class EventStreamFuzzTest {
    /** The first byte says how many bytes come at once; the others are the stream. */
    @FuzzTest
    void cutsEventsAsTheStandardSays(byte[] input) throws IOException {
        var stream = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        var size = input.length == 0 ? 1 : 1 + (input[0] & 0x1f);
        var events = new EventStream(inPieces(stream, size));
        var found = new ArrayList<String>();
        while (events.next()) {
            found.add(new String(events.data(), 0, events.length(), StandardCharsets.ISO_8859_1));
        }
        assertThat(found).isEqualTo(byTheStandard(new String(stream, StandardCharsets.ISO_8859_1)));
    }

    private static InputStream inPieces(byte[] bytes, int size) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, size));
            }
        };
    }

    /** HTML standard, section 9.2.6, for data alone. */
    private static List<String> byTheStandard(String stream) {
        var text = stream.startsWith("\u00ef\u00bb\u00bf") ? stream.substring(3) : stream;
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        var events = new ArrayList<String>();
        var data = new ArrayList<String>();
        // What is behind the last line end is no line.
        for (var line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(String.join("\n", data));
                }
                data.clear();
                continue;
            }
            var colon = line.indexOf(':');
            var field = colon < 0 ? line : line.substring(0, colon);
            var value = colon < 0 ? "" : line.substring(colon + 1);
            if (field.equals("data")) {
                data.add(value.startsWith(" ") ? value.substring(1) : value);
            }
        }
        return events;
    }
}
