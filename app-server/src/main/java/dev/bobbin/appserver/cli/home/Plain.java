package dev.bobbin.appserver.cli.home;

/** Foreign text for a terminal: without control characters, which could do more than show. */
public final class Plain {
    private Plain() {}

    /** The text on one line. */
    public static String line(String text) {
        var plain = new StringBuilder(text.length());
        var blank = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var shown = Character.isISOControl(c) || Character.isWhitespace(c) || isInvisible(c) ? ' ' : c;
            if (shown != ' ' || !blank) {
                plain.append(shown);
            }
            blank = shown == ' ';
        }
        return plain.toString().strip();
    }

    /** The first so many characters of the text, on one line. */
    public static String line(String text, int width) {
        var line = line(text);
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** The text with its lines kept. */
    public static String text(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            plain.append(c == '\n' || c == '\t' ? c : Character.isISOControl(c) || isInvisible(c) ? ' ' : c);
        }
        return plain.toString();
    }

    /** Marks of direction can make text read as something else than it is. */
    private static boolean isInvisible(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
