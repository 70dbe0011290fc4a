package dev.bobbin.rollout.file;

import dev.bobbin.protocol.json.ByteScan;
import java.nio.charset.StandardCharsets;

/**
 * Knows the response items that come from the model or its tools by the first bytes of their lines, in the order of keys that
 * every writer keeps. They are what fills a rollout: calls of tools, their outputs, sealed reasoning, and what the model
 * said, which events tell once more.
 */
final class ResponseLines {
    private static final byte[] TIMESTAMP = ascii("{\"timestamp\"");
    private static final byte[] TYPE = ascii("\"type\"");
    private static final byte[] RESPONSE = ascii("\"response_item\"");
    private static final byte[] PAYLOAD = ascii("\"payload\"");
    private static final byte[] MESSAGE = ascii("\"message\"");
    private static final byte[] ROLE = ascii("\"role\"");
    private static final byte[] ASSISTANT = ascii("\"assistant\"");

    /** A line shorter than what is looked at is none. */
    static final int LEAST_LENGTH = 160;

    private static final int LONGEST_TIMESTAMP = 40;

    private ResponseLines() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the line at {@code start} says that it is such an item; false where that is not clear at once. */
    static boolean beginsAt(byte[] buffer, int start, int end) {
        if (end - start < LEAST_LENGTH || !stands(TIMESTAMP, buffer, start)) {
            return false;
        }
        var time = timeStart(buffer, start);
        if (buffer[time - 1] != '"') {
            return false;
        }
        var at = behind(buffer, timeEnd(buffer, time) + 1, ',');
        if (!stands(TYPE, buffer, at)) {
            return false;
        }
        at = behind(buffer, at + TYPE.length, ':');
        if (!stands(RESPONSE, buffer, at)) {
            return false;
        }
        at = behind(buffer, at + RESPONSE.length, ',');
        if (!stands(PAYLOAD, buffer, at)) {
            return false;
        }
        at = behind(buffer, at + PAYLOAD.length, ':');
        if (buffer[at] != '{' || !stands(TYPE, buffer, at + 1)) {
            return false;
        }
        at = behind(buffer, at + 1 + TYPE.length, ':');
        if (!stands(MESSAGE, buffer, at)) {
            return true;
        }
        at = behind(buffer, at + MESSAGE.length, ',');
        return stands(ROLE, buffer, at) && stands(ASSISTANT, buffer, behind(buffer, at + ROLE.length, ':'));
    }

    /** Where its timestamp begins, for a line that {@linkplain #beginsAt begins} there: behind the quote. */
    static int timeStart(byte[] buffer, int start) {
        return behind(buffer, start + TIMESTAMP.length, ':') + 1;
    }

    /** Where a timestamp ends: at the quote. */
    static int timeEnd(byte[] buffer, int timeStart) {
        var at = timeStart;
        while (at < timeStart + LONGEST_TIMESTAMP && buffer[at] != '"') {
            at++;
        }
        return at;
    }

    /**
     * Where the line at {@code start} ends if it looks whole: it is closed, and no other record begins in it, as behind a
     * torn one. Otherwise, or if its end is not in the buffer, -1.
     */
    static int endOfWhole(byte[] buffer, int start, int end) {
        var at = ByteScan.find(buffer, start + 1, end, '\n', '{');
        while (at < end && buffer[at] == '{') {
            if (at + TIMESTAMP.length < end && stands(TIMESTAMP, buffer, at)) {
                return -1;
            }
            at = ByteScan.find(buffer, at + 1, end, '\n', '{');
        }
        return at < end && buffer[at - 1] == '}' ? at : -1;
    }

    private static boolean stands(byte[] text, byte[] buffer, int at) {
        for (var i = 0; i < text.length; i++) {
            if (buffer[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Passes over the sign and one blank behind it, each if it is there. */
    private static int behind(byte[] buffer, int at, char sign) {
        var next = buffer[at] == sign ? at + 1 : at;
        return buffer[next] == ' ' ? next + 1 : next;
    }
}
