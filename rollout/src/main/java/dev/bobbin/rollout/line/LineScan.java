package dev.bobbin.rollout.line;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a line lie, found in the one pass that checks its syntax. Ends are exclusive; the places of strings
 * lie between their quotes.
 *
 * @param item whether the line counts as an item
 * @param payload the members of the payload
 * @param close behind the closing brace
 */
record LineScan(
        LineKind kind,
        EventKind event,
        boolean item,
        int timeStart,
        int timeEnd,
        int typeStart,
        int typeEnd,
        int payloadStart,
        int payloadEnd,
        int payloadTypeStart,
        int payloadTypeEnd,
        JsonFields payload,
        int close) {

    /** Null if the bytes do not begin with a whole record, blanks before it allowed. */
    static @Nullable LineScan of(byte[] buffer, int start, int end) {
        return new Scanner(buffer, end).scan(start);
    }

    /** Walks the members of the line and of its payload. */
    private static final class Scanner {
        private static final LineKind[] KINDS = LineKind.values();
        private static final EventKind[] EVENTS = EventKind.values();
        /** Most frequent first. Others, {@code ghost_snapshot} among them, are no items. */
        private static final String[] KNOWN_RESPONSES = {
            "function_call", "function_call_output", "message", "reasoning", "custom_tool_call",
            "custom_tool_call_output", "local_shell_call", "web_search_call", "tool_search_call", "tool_search_output",
            "image_generation_call", "compaction", "compaction_summary", "context_compaction"
        };

        private final byte[] buffer;
        private final int end;

        private int timeStart = -1;
        private int timeEnd;
        private int typeStart = -1;
        private int typeEnd;
        private int payloadStart = -1;
        private int payloadEnd;
        private int payloadTypeStart;
        private int payloadTypeEnd;
        private JsonFields payload;

        Scanner(byte[] buffer, int end) {
            this.buffer = buffer;
            this.end = end;
            this.payload = new JsonFields(buffer);
        }

        @Nullable
        LineScan scan(int start) {
            var at = JsonSyntax.skipBlanks(buffer, start, end);
            if (at >= end || buffer[at] != '{') {
                return null;
            }
            var close = members(at, null);
            return close < 0 || timeStart < 0 || typeStart < 0 || payloadStart < 0 ? null : classified(close);
        }

        /**
         * From an opening brace to behind the closing one; -1 if the syntax is broken.
         *
         * @param into takes the members down; null for those of the line itself
         */
        private int members(int start, @Nullable JsonFields into) {
            var at = JsonSyntax.skipBlanks(buffer, start + 1, end);
            if (at < end && buffer[at] == '}') {
                return at + 1;
            }
            while (true) {
                var keyEnd = at < end && buffer[at] == '"' ? JsonSyntax.skipString(buffer, at, end) : -1;
                var value = keyEnd < 0 ? -1 : JsonSyntax.skipColon(buffer, keyEnd, end);
                var valueEnd = value < 0 || value >= end ? -1 : value(at, value, into != null);
                if (valueEnd < 0) {
                    return -1;
                }
                if (into != null) {
                    into.add(at + 1, keyEnd - 1, value, valueEnd);
                }
                at = JsonSyntax.skipBlanks(buffer, valueEnd, end);
                if (at >= end || (buffer[at] != ',' && buffer[at] != '}')) {
                    return -1;
                }
                if (buffer[at] == '}') {
                    return at + 1;
                }
                at = JsonSyntax.skipBlanks(buffer, at + 1, end);
            }
        }

        private int value(int key, int value, boolean inPayload) {
            if (!inPayload && buffer[value] == '{' && isKey(key, "payload")) {
                // A payload given twice: the last one counts, with its type.
                payloadTypeStart = 0;
                payloadTypeEnd = 0;
                payload = payloadStart < 0 ? payload : new JsonFields(buffer);
                var close = members(value, payload);
                payloadStart = value;
                payloadEnd = close;
                return close;
            }
            var close = JsonSyntax.skipValue(buffer, value, end);
            if (close > 0 && buffer[value] == '"') {
                note(key, value + 1, close - 1, inPayload);
            }
            return close;
        }

        private void note(int key, int start, int close, boolean inPayload) {
            if (isKey(key, "type")) {
                if (inPayload) {
                    payloadTypeStart = start;
                    payloadTypeEnd = close;
                } else {
                    typeStart = start;
                    typeEnd = close;
                }
            } else if (!inPayload && isKey(key, "timestamp")) {
                timeStart = start;
                timeEnd = close;
            }
        }

        private boolean isKey(int quote, String name) {
            var close = quote + 1 + name.length();
            return close < end && buffer[close] == '"' && JsonFields.sameText(buffer, quote + 1, close, name);
        }

        private LineScan classified(int close) {
            var kind = kind();
            var event = kind == LineKind.EVENT ? event() : EventKind.UNKNOWN;
            var item = switch (kind) {
                case SESSION_META, COMPACTED, TURN_CONTEXT -> true;
                case RESPONSE_ITEM -> isKnownResponse();
                case EVENT -> event != EventKind.UNKNOWN;
                case BOBBIN, UNKNOWN -> false;
            };
            return new LineScan(
                    kind,
                    event,
                    item,
                    timeStart,
                    timeEnd,
                    typeStart,
                    typeEnd,
                    payloadStart,
                    payloadEnd,
                    payloadTypeStart,
                    payloadTypeEnd,
                    payload,
                    close);
        }

        private boolean isKnownResponse() {
            for (var type : KNOWN_RESPONSES) {
                if (isPayloadType(type)) {
                    return true;
                }
            }
            return false;
        }

        private LineKind kind() {
            for (var kind : KINDS) {
                if (JsonFields.sameText(buffer, typeStart, typeEnd, kind.wireName())) {
                    return kind;
                }
            }
            return LineKind.of(text(typeStart, typeEnd));
        }

        private EventKind event() {
            if (payloadTypeStart == payloadTypeEnd) {
                return EventKind.UNKNOWN;
            }
            for (var event : EVENTS) {
                if (event.wireName().length() == payloadTypeEnd - payloadTypeStart && isPayloadType(event.wireName())) {
                    return event;
                }
            }
            return EventKind.of(text(payloadTypeStart, payloadTypeEnd));
        }

        private boolean isPayloadType(String name) {
            return JsonFields.sameText(buffer, payloadTypeStart, payloadTypeEnd, name);
        }

        private String text(int from, int to) {
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
