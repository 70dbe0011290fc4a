package dev.bobbin.protocol.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our reader and writer against Jackson's, on random documents and on damaged ones: both must take the same bytes for JSON, and
 * see the same values in them. A failure prints the document; the seed is the test's parameter.
 *
 * <p>They differ on purpose in two points: a name may hold half a surrogate pair, as a text may; and a number beyond the range of
 * a double is refused where Jackson makes it infinite, which JSON cannot hold.
 */
class JsonAgainstJacksonTest {
    private static final int DOCUMENTS = 20_000;

    private static final ObjectMapper JACKSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(WireJson.MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatJacksonReads(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < DOCUMENTS; i++) {
            compare(new RandomJson(random).document().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void refusesWhatJacksonRefuses(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < DOCUMENTS; i++) {
            compare(damaged(new RandomJson(random).document().getBytes(StandardCharsets.UTF_8), random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void writesWhatJacksonReadsBack(long seed) throws IOException {
        var random = new Random(seed);
        for (var i = 0; i < DOCUMENTS; i++) {
            var tree = requireNonNull(byUs(new RandomJson(random).document().getBytes(StandardCharsets.UTF_8)));
            var written = WireJson.encode(tree);
            compare(written);
            assertThat(byUs(written)).isEqualTo(tree);
            assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("\n", "\r");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void writesLongTextsThatJacksonReadsBack(long seed) throws IOException {
        var random = new Random(seed);
        var signs =
                new String[] {"\"", "\\", "\n", "\u0001", "?", "ä", "€", "🙂", "plain text that is longer than a line "
                };
        for (var i = 0; i < 40; i++) {
            var list = JACKSON.createArrayNode();
            for (var size = 0; size < 200_000; ) {
                var text = new StringBuilder();
                var favourite = signs[random.nextInt(signs.length)];
                for (var left = random.nextInt(i < 20 ? 100 : 60_000); left > 0; left--) {
                    text.append(random.nextInt(20) == 0 ? signs[random.nextInt(signs.length)] : favourite);
                }
                list.add(text.toString());
                size += text.length() + 1;
            }
            assertThat(JACKSON.readTree(WireJson.encode(list))).isEqualTo(list);
        }
    }

    private static void compare(byte[] json) {
        try {
            var jackson = JACKSON.readTree(json);
            var refused = jackson.isMissingNode() || jackson.toString().contains("Infinity");
            assertThat(byUs(json)).as(text(json)).isEqualTo(refused ? null : jackson);
        } catch (IOException e) {
            if (!requireNonNull(e.getMessage()).contains("surrogate")) {
                assertThat(byUs(json)).as(text(json)).isNull();
            }
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.ISO_8859_1);
    }

    private static @Nullable JsonNode byUs(byte[] json) {
        try {
            return WireJson.readTree(json);
        } catch (IOException e) {
            return null;
        }
    }

    /** One byte changed, removed or put in, or the end cut off. */
    private static byte[] damaged(byte[] json, Random random) {
        var at = random.nextInt(json.length);
        var result = new byte[json.length + 1];
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(json, at);
            case 1 -> {
                var changed = json.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 2 -> {
                System.arraycopy(json, 0, result, 0, at);
                System.arraycopy(json, at + 1, result, at, json.length - at - 1);
                yield Arrays.copyOf(result, json.length - 1);
            }
            default -> {
                System.arraycopy(json, 0, result, 0, at);
                result[at] = (byte) "{}[],:\"\\0123456789eE+-.tfn \t/\u007f".charAt(random.nextInt(30));
                System.arraycopy(json, at, result, at + 1, json.length - at);
                yield result;
            }
        };
    }

    /** Documents with every kind of value, blank, escape and length of UTF-8. */
    private record RandomJson(Random random, StringBuilder out) {
        private static final String[] TEXTS = {
            "plain",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\u0041",
            "\\ud83d\\ude00",
            "\\uD800",
            "é",
            "中",
            "😀",
            "\u2028",
            "",
            " "
        };
        private static final String[] NUMBERS = {
            "0",
            "-0",
            "1",
            "-1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "0.5",
            "-1.25e3",
            "1E300",
            "1e-400",
            "1.7976931348623157e308",
            "0e0",
            "10.0"
        };

        RandomJson(Random random) {
            this(random, new StringBuilder());
        }

        String document() {
            value(0);
            return out.toString();
        }

        private void value(int depth) {
            blank();
            switch (random.nextInt(depth > 4 ? 5 : 8)) {
                case 0 -> out.append("null");
                case 1 -> out.append(random.nextBoolean());
                case 2 -> out.append(NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3, 4 -> text("");
                case 5 -> list('[', ']', depth, false);
                default -> list('{', '}', depth, true);
            }
            blank();
        }

        private void list(char open, char close, int depth, boolean named) {
            out.append(open);
            var size = random.nextInt(4);
            for (var i = 0; i < size; i++) {
                out.append(i == 0 ? "" : ",");
                if (named) {
                    blank();
                    text(i);
                    blank();
                    out.append(':');
                }
                value(depth + 1);
            }
            blank();
            out.append(close);
        }

        private void text(Object first) {
            out.append('"').append(first);
            for (var parts = random.nextInt(4); parts > 0; parts--) {
                out.append(TEXTS[random.nextInt(TEXTS.length)]);
            }
            out.append('"');
        }

        private void blank() {
            if (random.nextInt(4) == 0) {
                out.append(" \n\r\t".charAt(random.nextInt(4)));
            }
        }
    }
}
