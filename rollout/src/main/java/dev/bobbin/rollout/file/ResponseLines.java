package dev.bobbin.rollout.file;

import java.nio.charset.StandardCharsets;

/** Knows response items by the first bytes of their lines, in the order of keys that every writer keeps. */
final class ResponseLines {
    private static final byte[] TIMESTAMP = ascii("{\"timestamp\"");
    private static final byte[] TYPE = ascii("\"type\"");
    private static final byte[] RESPONSE = ascii("\"response_item\"");

    /** A line shorter than what is looked at is none. */
    private static final int LEAST_LENGTH = 128;

    private ResponseLines() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the line at {@code start} says that it is a response item; false where that is not clear at once. */
    static boolean beginsAt(byte[] buffer, int start, int end) {
        if (end - start < LEAST_LENGTH || !stands(TIMESTAMP, buffer, start)) {
            return false;
        }
        var at = behind(buffer, start + TIMESTAMP.length, ':');
        if (buffer[at] != '"') {
            return false;
        }
        var last = at + LEAST_LENGTH / 2;
        do {
            at++;
        } while (at < last && at < end && buffer[at] != '"');
        if (at + LEAST_LENGTH / 2 > end) {
            return false;
        }
        at = behind(buffer, at + 1, ',');
        if (!stands(TYPE, buffer, at)) {
            return false;
        }
        return stands(RESPONSE, buffer, behind(buffer, at + TYPE.length, ':'));
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
