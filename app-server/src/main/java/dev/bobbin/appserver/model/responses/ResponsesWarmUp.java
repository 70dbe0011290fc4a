package dev.bobbin.appserver.model.responses;

import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.http.EventStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a short answer from memory, so that the classes for it are loaded. */
final class ResponsesWarmUp {
    private static final String ANSWER = """
            data: {"type":"response.created","response":{"id":"r"}}

            data: {"type":"response.output_text.delta","item_id":"m","delta":"a"}

            data: {"type":"response.output_item.done","item":{"type":"message","role":"assistant","content":[]}}

            data: {"type":"response.completed","response":{"id":"r","usage":null}}

            """;

    private ResponsesWarmUp() {}

    static void run() {
        var events = new EventStream(new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.UTF_8)));
        try {
            while (events.next()) {
                ResponsesClient.decode(events.data(), events.length());
            }
        } catch (IOException | ModelException e) {
            // Only a head start is lost.
            return;
        }
    }
}
