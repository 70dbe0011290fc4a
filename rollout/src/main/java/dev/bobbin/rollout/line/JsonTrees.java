package dev.bobbin.rollout.line;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses text into trees, for the few places that look inside. Made when first used. */
final class JsonTrees {
    /** Lines are bounded by the reader, so strings need no bound of their own. */
    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private JsonTrees() {}

    static JsonNode read(byte[] buffer, int start, int end) {
        try {
            return MAPPER.readTree(buffer, start, end - start);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }
}
