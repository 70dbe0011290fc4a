package dev.bobbin.rollout.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.rollout.Rollouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawLineTest {
    @Test
    void keysMayStandInAnyOrder() {
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var text = Rollouts.text(random);
            var payload = new ArrayList<>(List.of(
                    "\"type\":\"agent_message\"",
                    "\"message\":" + JsonStrings.quote(text),
                    "\"phase\":null",
                    "\"payload\":{\"type\":\"user_message\"}",
                    "\"extra\":[{\"type\":\"x\"},-1.5e-3]"));
            Collections.shuffle(payload, random);
            var members = new ArrayList<>(List.of(
                    "\"timestamp\":\"2026-01-01T00:00:00.000Z\"",
                    "\"type\":\"event_msg\"",
                    "\"payload\": {" + String.join(" , ", payload) + " }",
                    "\"unknown\":{\"payload\":{\"type\":\"y\"},\"timestamp\":1}"));
            Collections.shuffle(members, random);
            var line = Rollouts.line(" {" + String.join(",\t", members) + "} ");
            assertThat(line.kind()).as("seed %s", seed).isEqualTo(LineKind.EVENT);
            assertThat(line.eventType()).isEqualTo(EventKind.AGENT_MESSAGE);
            assertThat(line.parse()).as("seed %s", seed).isEqualTo(new RolloutEvent.AgentMessage(text, null, null));
        }
    }

    @Test
    void onlyWhatWritersKeepCountsAsAnItem() {
        assertThat(event("user_message").isItem()).isTrue();
        assertThat(event("turn_complete").eventType()).isEqualTo(EventKind.TASK_COMPLETE);
        assertThat(event("exec_command_end").isItem()).isFalse();
        assertThat(event("future").isItem()).isFalse();
        assertThat(response("function_call").isItem()).isTrue();
        assertThat(response("ghost_snapshot").isItem()).isFalse();
        assertThat(response("future").isItem()).isFalse();
        assertThat(of("mystery", "{}").kind()).isEqualTo(LineKind.UNKNOWN);
        assertThat(of("bobbin_item", "{}").kind()).isEqualTo(LineKind.BOBBIN);
    }

    private static RawLine event(String type) {
        return of("event_msg", "{\"type\":\"" + type + "\"}");
    }

    private static RawLine response(String type) {
        return of("response_item", "{\"type\":\"" + type + "\"}");
    }

    private static RawLine of(String type, String payload) {
        return Rollouts.line(
                "{\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"type\":\"" + type + "\",\"payload\":" + payload + "}");
    }

    @Test
    void whatIsNoWholeRecordIsNone() {
        for (var text : List.of(
                "",
                "[]",
                "42",
                "{}",
                "{broken",
                "{\"timestamp\":\"t\",\"type\":\"x\"}",
                "{\"timestamp\":\"t\",\"type\":\"x\",\"payload\":[]}",
                "{\"timestamp\":1,\"type\":\"x\",\"payload\":{}}",
                "{\"timestamp\":\"t\",\"type\":\"x\",\"payload\":{}}}",
                "{\"timestamp\":\"t\",\"type\":\"x\",\"payload\":{\"a\":01}}",
                "{\"timestamp\":\"t\",\"type\":\"x\",\"payload\":{\"a\":\"\u0001\"}}",
                "{\"timestamp\":\"t\",\"type\":\"x\",\"payload\":{},}")) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(RawLine.of(bytes, 0, bytes.length, 0)).as(text).isNull();
        }
    }

    /** Our check and the parser that reads the values later have to agree on what JSON is. */
    @Test
    void theSyntaxCheckAgreesWithTheParser() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        var seed = Rollouts.seed();
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++) {
            var bytes = mutated(json(random, 0), random);
            boolean parses;
            try {
                parses = !strict.readTree(bytes).isMissingNode();
            } catch (IOException e) {
                parses = false;
            }
            assertThat(JsonSyntax.isValue(bytes, 0, bytes.length))
                    .as("seed %s: %s", seed, new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(parses);
        }
    }

    private static byte[] mutated(String json, Random random) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean() && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) "{}[],:\"\\0-e. ua".charAt(random.nextInt(14));
        }
        return bytes;
    }

    private static String json(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> JsonStrings.quote(Rollouts.text(random)).toString();
            case 1 -> Long.toString(random.nextLong());
            case 2 -> Double.toString(random.nextGaussian() * 1e10);
            case 3 -> random.nextBoolean() ? "true" : "null";
            case 4 -> "\"\\u00e9\\/\"";
            case 5 -> "[" + json(random, depth + 1) + " , " + json(random, depth + 1) + "]";
            default -> "{\"a\" :" + json(random, depth + 1) + ",\"b\":" + json(random, depth + 1) + "}";
        };
    }

    @Test
    void rawJsonIsPassedOnByteForByteAndOnOneLine() throws IOException {
        var raw = RawJson.of("{\"n\": 1.0,\r\n \"big\": 123456789012345678901234567890}");
        assertThat(raw.toString()).isEqualTo("{\"n\": 1.0,   \"big\": 123456789012345678901234567890}");
        assertThat(WireJson.mapper().writeValueAsString(List.of(raw))).isEqualTo("[" + raw + "]");
        assertThat(WireJson.mapper().writeValueAsBytes(List.of(raw))).asString().isEqualTo("[" + raw + "]");
        assertThat(RawJson.of(raw.tree()).tree()).isEqualTo(raw.tree());
    }
}
