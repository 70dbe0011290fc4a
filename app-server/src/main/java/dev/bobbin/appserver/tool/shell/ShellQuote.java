package dev.bobbin.appserver.tool.shell;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes words so that a POSIX shell reads them back as they were.
 *
 * <p>A word is cut into runs, each as long as one way of quoting can carry it: bare where no sign needs quoting, else in
 * single, else in double quotes. That is how the peer shows command lines, and clients compare them.
 */
public final class ShellQuote {
    private static final int BARE = 1;
    private static final int SINGLE = 2;
    private static final int DOUBLE = 4;
    private static final String BARE_SIGNS = "+-./:@]_";

    private ShellQuote() {}

    /** The words as one command line. */
    public static String join(List<String> words) {
        return words.stream().map(ShellQuote::quote).collect(Collectors.joining(" "));
    }

    /** One word, quoted where it has to be. */
    public static String quote(String word) {
        if (word.isEmpty()) {
            return "''";
        }
        var out = new StringBuilder();
        var at = 0;
        while (at < word.length()) {
            var ways = BARE | SINGLE | DOUBLE;
            var end = at;
            while (end < word.length() && (ways & waysFor(word.charAt(end))) != 0) {
                ways &= waysFor(word.charAt(end));
                end++;
            }
            append(out, word.substring(at, end), ways);
            at = end;
        }
        return out.toString();
    }

    private static int waysFor(char c) {
        if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || BARE_SIGNS.indexOf(c) >= 0) {
            return BARE | SINGLE | DOUBLE;
        }
        return switch (c) {
            case '\'', '\\' -> DOUBLE;
            case '$', '`', '!', '^' -> SINGLE;
            default -> SINGLE | DOUBLE;
        };
    }

    private static void append(StringBuilder out, String run, int ways) {
        if ((ways & BARE) != 0) {
            out.append(run);
        } else if ((ways & SINGLE) != 0) {
            out.append('\'').append(run).append('\'');
        } else {
            out.append('"')
                    .append(run.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }
}
