package dev.bobbin.appserver.thread;

/**
 * Reads the spellings of a thread id that clients may send: hyphenated, without hyphens, in braces, with {@code urn:uuid:}, in
 * either case. The canonical form is lower case and hyphenated.
 *
 * <p>The texts for malformed ids are part of the protocol: clients match on them.
 */
public final class ThreadIdText {
    private static final int[] GROUP_LENGTHS = {8, 4, 4, 4, 12};
    private static final int[] GROUP_STARTS = {0, 9, 14, 19, 24};
    private static final String URN = "urn:uuid:";
    private static final int SIMPLE_LENGTH = 32;
    private static final int HYPHENATED_LENGTH = 36;

    private ThreadIdText() {}

    /**
     * The canonical form of an id.
     *
     * @throws Malformed if the text is not a UUID; its message says what is wrong
     */
    public static String canonical(String text) {
        var body = bodyOf(text);
        if (text.equals(body) && body.length() == SIMPLE_LENGTH && isHex(body, 0, SIMPLE_LENGTH)) {
            return hyphenate(lower(body));
        }
        if (body.length() == HYPHENATED_LENGTH && isHyphenated(body)) {
            return lower(body);
        }
        throw new Malformed(describe(text, body));
    }

    private static String bodyOf(String text) {
        if (text.startsWith(URN)) {
            return text.substring(URN.length());
        }
        if (text.length() >= 2 && text.startsWith("{") && text.endsWith("}")) {
            return text.substring(1, text.length() - 1);
        }
        return text;
    }

    private static boolean isHyphenated(String body) {
        for (int group = 0; group < GROUP_STARTS.length; group++) {
            int start = GROUP_STARTS[group];
            if (group > 0 && body.charAt(start - 1) != '-') {
                return false;
            }
            if (!isHex(body, start, start + GROUP_LENGTHS[group])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static String lower(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            if (hex.charAt(i) >= 'A' && hex.charAt(i) <= 'F') {
                return hex.toLowerCase(java.util.Locale.ROOT);
            }
        }
        return hex;
    }

    private static String hyphenate(String simple) {
        return simple.substring(0, 8)
                + '-'
                + simple.substring(8, 12)
                + '-'
                + simple.substring(12, 16)
                + '-'
                + simple.substring(16, 20)
                + '-'
                + simple.substring(20);
    }

    private static String describe(String text, String body) {
        int offset = text.length() == body.length() ? 0 : text.indexOf(body);
        int hyphens = 0;
        var breaks = new int[GROUP_STARTS.length];
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '-') {
                if (hyphens < 4) {
                    breaks[hyphens] = i;
                }
                hyphens++;
            } else if (Character.digit(c, 16) < 0 || c > 'f') {
                return "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `"
                        + Character.toString(body.codePointAt(i)) + "` at " + (i + offset + 1);
            }
        }
        if (hyphens == 0 && text.equals(body)) {
            return "invalid length: expected length 32 for simple format, found " + text.length();
        }
        if (hyphens != 4) {
            return "invalid group count: expected 5, found " + (hyphens + 1);
        }
        return describeGroups(text, breaks);
    }

    private static String describeGroups(String text, int[] breaks) {
        for (int group = 0; group < 4; group++) {
            if (breaks[group] != GROUP_STARTS[group + 1] - 1) {
                return groupLength(group, breaks[group] - GROUP_STARTS[group]);
            }
        }
        return groupLength(4, text.length() - GROUP_STARTS[4]);
    }

    private static String groupLength(int group, int found) {
        return "invalid group length in group " + group + ": expected " + GROUP_LENGTHS[group] + ", found " + found;
    }

    /** The text is not a thread id. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
