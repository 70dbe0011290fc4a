package dev.bobbin.appserver.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed, in words that all must match.
 *
 * <p>A word's letters may be apart in the path, in order. {@code ^} in front has the path begin with the word, {@code $}
 * behind has it end so, {@code '} in front keeps the letters together, {@code !} in front wants paths without it. A
 * backslash takes that meaning away, as it does a blank's. Case never matters; accents only where they were typed.
 *
 * @param mask the kinds of characters that every match has, see {@link PathEntry#mask()}
 */
record FuzzyPattern(List<Word> words, long mask) {
    enum Kind {
        FUZZY,
        TOGETHER,
        PREFIX,
        SUFFIX,
        WHOLE
    }

    /** @param accents whether accents matter */
    record Word(Kind kind, int[] letters, boolean negative, boolean accents) {}

    static FuzzyPattern parse(String query) {
        var words = new ArrayList<Word>();
        var start = 0;
        var escaped = false;
        for (var at = 0; at <= query.length(); at++) {
            var isEnd = at == query.length();
            if (isEnd || (Character.isWhitespace(query.charAt(at)) && !escaped)) {
                var word = word(query.substring(start, at));
                if (word.letters().length > 0) {
                    words.add(word);
                }
                start = at + 1;
            }
            escaped = !isEnd && query.charAt(at) == '\\';
        }
        var mask = 0L;
        for (var word : words) {
            if (!word.negative()) {
                mask |= PathEntry.maskOf(word.letters());
            }
        }
        return new FuzzyPattern(words, mask);
    }

    boolean isOneLetter() {
        return words.size() == 1
                && words.getFirst().kind() == Kind.FUZZY
                && words.getFirst().letters().length == 1;
    }

    /** No path scores more: every letter at the beginning of a folder's name. */
    int highestScore() {
        var highest = 0;
        for (var word : words) {
            var each = FuzzyMatcher.LETTER + PathChars.AFTER_DELIMITER;
            highest += word.negative() ? 0 : word.letters().length * each + PathChars.AFTER_DELIMITER;
        }
        return highest;
    }

    private static Word word(String text) {
        var rest = text;
        var negative = rest.startsWith("!");
        if (negative || rest.startsWith("\\!")) {
            rest = rest.substring(1);
        }
        var kind = Kind.FUZZY;
        if (rest.startsWith("^")) {
            kind = Kind.PREFIX;
            rest = rest.substring(1);
        } else if (rest.startsWith("'")) {
            kind = Kind.TOGETHER;
            rest = rest.substring(1);
        } else if (rest.startsWith("\\^") || rest.startsWith("\\'")) {
            rest = rest.substring(1);
        }
        if (rest.endsWith("\\$")) {
            rest = rest.substring(0, rest.length() - 2) + "$";
        } else if (rest.endsWith("$")) {
            kind = kind == Kind.FUZZY ? Kind.SUFFIX : Kind.WHOLE;
            rest = rest.substring(0, rest.length() - 1);
        }
        if (negative && kind == Kind.FUZZY) {
            kind = Kind.TOGETHER;
        }
        var letters = PathEntry.graphemes(unescaped(rest));
        var accents = false;
        for (var i = 0; i < letters.length; i++) {
            accents |= PathChars.withoutAccent(letters[i]) != letters[i];
            letters[i] = PathChars.folded(letters[i]);
        }
        return new Word(kind, letters, negative, accents);
    }

    /** A backslash before a blank was there to keep the word together. */
    private static String unescaped(String word) {
        if (word.indexOf('\\') < 0) {
            return word;
        }
        var text = new StringBuilder(word.length());
        for (var at = 0; at < word.length(); at++) {
            var hidesBlank =
                    word.charAt(at) == '\\' && at + 1 < word.length() && Character.isWhitespace(word.charAt(at + 1));
            if (!hidesBlank) {
                text.append(word.charAt(at));
            }
        }
        return text.toString();
    }
}
