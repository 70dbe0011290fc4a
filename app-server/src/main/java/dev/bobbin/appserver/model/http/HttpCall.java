package dev.bobbin.appserver.model.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One call.
 *
 * @param headers beside those that HTTP itself needs
 * @param body its parts, sent one after another; not copied
 * @param idle how long to wait for the head of the answer, and then for progress, see {@link AnswerBody#restart}
 */
public record HttpCall(URI uri, Map<String, String> headers, List<byte[]> body, Duration idle) {
    /** Length of the whole body in bytes. */
    public long length() {
        var length = 0L;
        for (var part : body) {
            length += part.length;
        }
        return length;
    }
}
