package dev.bobbin.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.Shape.Presence;
import dev.bobbin.protocol.json.Shape.RecordShape;
import dev.bobbin.protocol.wire.Strict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first thing in a JSON text that does not fit a record, and says in the words of the peer's parser what and where
 * it is. Slower than {@link WireDecoder}, which does not know places; for texts that were refused already.
 */
final class TextCheck {
    private final TextScan scan;

    private TextCheck(byte[] text) {
        this.scan = new TextScan(text);
    }

    /**
     * What is wrong, with line and column; null if the text fits.
     *
     * @param type the record that it is to fit; null for any JSON
     */
    static @Nullable String problem(String text, @Nullable Class<?> type) {
        var check = new TextCheck(text.getBytes(StandardCharsets.UTF_8));
        try {
            check.scan.toValue();
            if (type == null) {
                check.scan.skipValue();
            } else {
                check.value(new WireType.Named(type));
            }
            check.scan.toEnd();
            return null;
        } catch (TextScan.Found found) {
            return found.getMessage();
        }
    }

    /** Checks the value that begins here, and moves behind it. */
    private void value(WireType type) throws TextScan.Found {
        var start = scan.at();
        var first = scan.peek();
        if (first == '{'
                && type instanceof WireType.Named named
                && Shapes.of(named.type()) instanceof RecordShape shape
                && !shape.transparent()) {
            object(shape);
        } else if (first == '[' && type instanceof WireType.ListOf list) {
            array(list.element());
        } else {
            scan.skipValue();
            fits(start, type);
        }
    }

    private void fits(int start, WireType type) throws TextScan.Found {
        JsonNode node;
        try {
            node = WireJson.readTree(scan.textFrom(start));
        } catch (IOException e) {
            throw scan.found("expected value");
        }
        try {
            WireDecoder.value(node, type);
        } catch (InvalidParamsException e) {
            // Containers of the wrong kind are complained of before they are read.
            throw scan.foundAt(detail(e), node.isContainerNode() && isMismatch(e) ? start : scan.at());
        }
    }

    private static boolean isMismatch(InvalidParamsException problem) {
        return detail(problem).startsWith("invalid type: ");
    }

    private static String detail(InvalidParamsException problem) {
        return String.valueOf(problem.getMessage()).substring("Invalid request: ".length());
    }

    private void object(RecordShape shape) throws TextScan.Found {
        var seen = new HashSet<String>();
        scan.enter();
        for (var isFirst = true; scan.hasMember(isFirst); isFirst = false) {
            var name = scan.string();
            var position = shape.positions().get(name);
            if (position == null && shape.type().isAnnotationPresent(Strict.class)) {
                throw scan.found(unknownField(name, shape));
            }
            if (position != null && !seen.add(name)) {
                throw scan.found("duplicate field `" + name + "`");
            }
            scan.toMemberValue();
            if (position == null) {
                scan.skipValue();
            } else {
                member(shape.components().get(position));
            }
        }
        scan.leave();
        for (var component : shape.components()) {
            if (component.presence() == Presence.REQUIRED && !seen.contains(component.name())) {
                throw scan.found("missing field `" + component.name() + "`");
            }
        }
    }

    private static String unknownField(String name, RecordShape shape) {
        var known = shape.components().stream().map(Shape.Component::name).toList();
        return Unexpected.variant(name, known).replaceFirst("variant", "field");
    }

    private void member(Shape.Component component) throws TextScan.Found {
        var mayBeNull = component.presence() != Presence.REQUIRED && component.whenAbsent() == null;
        if (mayBeNull && scan.peek() == 'n') {
            scan.skipValue();
        } else {
            value(component.type());
        }
    }

    private void array(WireType element) throws TextScan.Found {
        scan.enter();
        for (var isFirst = true; scan.hasElement(isFirst); isFirst = false) {
            value(element);
        }
        scan.leave();
    }
}
