package dev.bobbin.appserver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bobbin.appserver.transport.InputLine;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line is a message or not, the same message that Jackson sees, and what was read can be said again. */
class MessageReaderFuzzTest {
    private static final ObjectMapper JACKSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(WireJson.MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @FuzzTest
    void readsTheMessageThatJacksonSees(byte[] line) throws IOException {
        JsonRpcMessage message;
        try {
            message = MessageReader.read(new InputLine(line, false));
        } catch (UnreadableRequestException e) {
            return;
        }
        if (message == null) {
            return;
        }
        var seen = JACKSON.readTree(Utf8Repair.surrogates(Utf8Repair.bytes(line)));
        var again = switch (message) {
            case JsonRpcMessage.Request request -> {
                assertThat(request.method()).isEqualTo(seen.path("method").textValue());
                assertId(request.id(), seen);
                assertParams(request.params(), seen);
                yield said(request.id(), request.method(), request.params());
            }
            case JsonRpcMessage.Notification notification -> {
                assertThat(notification.method()).isEqualTo(seen.path("method").textValue());
                assertParams(notification.params(), seen);
                yield said(null, notification.method(), notification.params());
            }
            case JsonRpcMessage.Response response -> {
                assertId(response.id(), seen);
                assertThat(response.result()).isEqualTo(seen.path("result"));
                yield WireJson.response(response.id(), response.result());
            }
            case JsonRpcMessage.ErrorResponse refused -> {
                assertId(refused.id(), seen);
                assertThat(refused.error().message())
                        .isEqualTo(seen.at("/error/message").textValue());
                yield WireJson.error(refused.id(), refused.error());
            }
        };
        assertThat(WireJson.readMessage(again, 0, again.length)).isEqualTo(message);
    }

    private static void assertId(RequestId id, JsonNode seen) {
        switch (id) {
            case RequestId.Text text -> assertThat(seen.path("id").textValue()).isEqualTo(text.value());
            case RequestId.Number number -> {
                assertThat(seen.path("id").isIntegralNumber()).isTrue();
                assertThat(seen.path("id").bigIntegerValue()).isEqualTo(BigInteger.valueOf(number.value()));
            }
        }
    }

    private static void assertParams(@Nullable JsonNode params, JsonNode seen) {
        assertThat(params).isEqualTo(seen.hasNonNull("params") ? seen.get("params") : null);
    }

    private static byte[] said(@Nullable RequestId id, String method, @Nullable JsonNode params) {
        var message = JACKSON.createObjectNode();
        switch (id) {
            case RequestId.Text text -> message.put("id", text.value());
            case RequestId.Number number -> message.put("id", number.value());
            case null -> {}
        }
        message.put("method", method);
        if (params != null) {
            message.set("params", params);
        }
        return WireJson.encode(message);
    }

    /** What is read without the library is what the library reads. */
    @FuzzTest
    void plainJsonIsWhatJacksonReads(byte[] json) throws IOException {
        Map<?, ?> plain;
        try {
            plain = PlainJson.read(json);
        } catch (UnusualJsonException e) {
            return;
        }
        assertSame(plain, JACKSON.readTree(new String(json, StandardCharsets.UTF_8)));
    }

    private static void assertSame(@Nullable Object plain, JsonNode seen) {
        switch (plain) {
            case null -> assertThat(seen.isNull()).isTrue();
            case Map<?, ?> object -> {
                assertThat(seen.isObject()).isTrue();
                assertThat(object).hasSize(seen.size());
                object.forEach((name, value) -> assertSame(value, seen.path((String) name)));
            }
            case List<?> array -> {
                assertThat(seen.isArray()).isTrue();
                assertThat(array).hasSize(seen.size());
                for (var i = 0; i < array.size(); i++) {
                    assertSame(array.get(i), seen.path(i));
                }
            }
            case String text -> assertThat(seen.textValue()).isEqualTo(text);
            case Long number -> {
                assertThat(seen.canConvertToLong()).isTrue();
                assertThat(seen.longValue()).isEqualTo(number);
            }
            case Boolean flag -> assertThat(seen.booleanValue()).isEqualTo(flag);
            default -> throw new AssertionError("unexpected " + plain.getClass());
        }
    }
}
