package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/** The peer's words for JSON that does not fit. */
final class Unexpected {
    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Unexpected() {}

    static InvalidParamsException type(JsonNode node, String expected) {
        return new InvalidParamsException(typeText(node, expected));
    }

    static String typeText(JsonNode node, String expected) {
        return "invalid type: " + describe(node) + ", expected " + expected;
    }

    static InvalidParamsException value(JsonNode node, String expected) {
        return new InvalidParamsException("invalid value: " + describe(node) + ", expected " + expected);
    }

    /** The text about a name that is not among those known. */
    static String variant(String name, Collection<String> known) {
        var text = new StringBuilder("unknown variant `").append(name).append("`, expected ");
        if (known.size() > 2) {
            text.append("one of ");
        }
        var separator = "";
        for (var each : known) {
            text.append(separator).append('`').append(each).append('`');
            separator = known.size() == 2 ? " or " : ", ";
        }
        return text.toString();
    }

    /** Whether an integer is within 64 unsigned bits; beyond them the peer sees a floating-point number. */
    static boolean fitsUnsigned(JsonNode integer) {
        var value = integer.bigIntegerValue();
        return value.signum() >= 0 && value.compareTo(UNSIGNED_MAX) <= 0;
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING, BINARY, POJO -> "null";
            case BOOLEAN -> "boolean `" + node.booleanValue() + "`";
            case STRING -> "string " + quoted(node.textValue());
            case ARRAY -> "sequence";
            case OBJECT -> "map";
            case NUMBER ->
                node.isIntegralNumber() && (node.canConvertToLong() || fitsUnsigned(node))
                        ? "integer `" + node.asText() + "`"
                        : "floating point `" + real(node.doubleValue()) + "`";
        };
    }

    /** The shortest decimal form, with an exponent where there would be more than sixteen digits. */
    private static String real(double value) {
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (value == 0 || (exponent >= -5 && exponent < 16)) {
            var plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        var digits = shortest.unscaledValue().toString();
        var start = digits.startsWith("-") ? 2 : 1;
        var mantissa = digits.length() == start ? digits : digits.substring(0, start) + "." + digits.substring(start);
        return mantissa + (exponent < 0 ? "e" : "e+") + exponent;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case 0 -> quoted.append("\\0");
                default -> {
                    if (isPrintable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
