package dev.bobbin.appserver.search;

import dev.bobbin.appserver.search.FuzzyPattern.Word;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores paths against a pattern: 16 for each letter, a bonus for where it stands, less 3 for a gap and 1 for each further
 * character of it. Of all ways in which a word's letters can be found in a path, the best counts.
 *
 * <p>Not safe for use from many threads: it keeps its working memory.
 */
final class FuzzyMatcher {
    /** The score of what does not match. */
    static final int NONE = -1;

    static final int LETTER = 16;
    static final int GAP = 3;
    static final int LONGER_GAP = 1;
    static final int TOGETHER = 4;
    static final int WORD_START = 8;

    /** Above this many cells, a good way is taken instead of the best one. */
    private static final int MOST_CELLS = 100 * 1024;

    private final FuzzyGrid grid = new FuzzyGrid();
    private int[] original = new int[256];
    private int[] text = new int[256];
    private int[] bonus = new int[256];
    private int length;

    /**
     * The score, or {@link #NONE}.
     *
     * @param places gets the indices of the characters that matched, if they are wanted
     */
    int score(FuzzyPattern pattern, PathEntry entry, @Nullable BitSet places) {
        if ((entry.mask() & pattern.mask()) != pattern.mask() || isApart(pattern, entry)) {
            return NONE;
        }
        if (places == null && pattern.isOneLetter() && entry.ascii() != null) {
            return oneLetter(entry.ascii(), pattern.words().getFirst().letters()[0]);
        }
        load(entry);
        var total = 0;
        for (var word : pattern.words()) {
            if (entry.ascii() == null) {
                compareAs(word);
            }
            var score = score(word, word.negative() ? null : places);
            if (word.negative() == (score != NONE)) {
                return NONE;
            }
            total += word.negative() ? 0 : score;
        }
        return total;
    }

    /** A look at the bytes, before anything is copied: most paths lack the letters in order. */
    private static boolean isApart(FuzzyPattern pattern, PathEntry entry) {
        var path = entry.ascii();
        if (path == null) {
            return false;
        }
        for (var word : pattern.words()) {
            if (word.negative()) {
                continue;
            }
            var letters = word.letters();
            var found = 0;
            for (var i = 0; i < path.length && found < letters.length; i++) {
                int c = path[i];
                if (c >= 'A' && c <= 'Z') {
                    c += 32;
                }
                found += c == letters[found] ? 1 : 0;
            }
            if (found < letters.length) {
                return true;
            }
        }
        return false;
    }

    /** What most searches begin with, and nearly all paths match: read in place. */
    private static int oneLetter(byte[] path, int letter) {
        var best = NONE;
        for (var i = 0; i < path.length; i++) {
            if (PathChars.folded(path[i]) == letter) {
                var before = i == 0 ? PathChars.DELIMITER : PathChars.kind(path[i - 1]);
                var here = PathChars.bonus(before, PathChars.kind(path[i]));
                best = Math.max(best, LETTER + 2 * here);
                if (here >= WORD_START) {
                    break;
                }
            }
        }
        return best;
    }

    private void load(PathEntry entry) {
        var path = entry.ascii();
        if (path == null) {
            var characters = entry.characters();
            makeRoom(characters.length);
            System.arraycopy(characters, 0, original, 0, length);
        } else {
            makeRoom(path.length);
            for (var i = 0; i < length; i++) {
                original[i] = path[i];
            }
        }
        var kindBefore = PathChars.DELIMITER;
        for (var i = 0; i < length; i++) {
            var kind = PathChars.kind(original[i]);
            text[i] = PathChars.folded(original[i]);
            bonus[i] = PathChars.bonus(kindBefore, kind);
            kindBefore = kind;
        }
    }

    private void makeRoom(int wanted) {
        length = wanted;
        if (text.length < length) {
            original = new int[length * 2];
            text = new int[length * 2];
            bonus = new int[length * 2];
        }
    }

    private void compareAs(Word word) {
        for (var i = 0; i < length; i++) {
            text[i] = PathChars.folded(word.accents() ? original[i] : PathChars.withoutAccent(original[i]));
        }
    }

    private int score(Word word, @Nullable BitSet places) {
        var letters = word.letters();
        if (letters.length > length) {
            return NONE;
        }
        return switch (word.kind()) {
            case FUZZY -> letters.length == length ? whole(letters, 0, length, places) : fuzzy(letters, places);
            case TOGETHER -> letters.length == length ? whole(letters, 0, length, places) : together(letters, places);
            case PREFIX -> {
                var start = start(letters);
                yield whole(letters, start, start + letters.length, places);
            }
            case SUFFIX -> {
                var end = end(letters);
                yield whole(letters, end - letters.length, end, places);
            }
            case WHOLE -> whole(letters, start(letters), end(letters), places);
        };
    }

    private int start(int[] letters) {
        var start = 0;
        while (!PathChars.isSpace(letters[0]) && start < length && PathChars.isSpace(text[start])) {
            start++;
        }
        return start;
    }

    private int end(int[] letters) {
        var end = length;
        while (!PathChars.isSpace(letters[letters.length - 1]) && end > 0 && PathChars.isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    private int whole(int[] letters, int from, int to, @Nullable BitSet places) {
        return from >= 0 && to <= length && Arrays.equals(text, from, to, letters, 0, letters.length)
                ? alongTheWay(letters, from, to, places)
                : NONE;
    }

    private int fuzzy(int[] letters, @Nullable BitSet places) {
        if (letters.length == 1) {
            return together(letters, places);
        }
        var start = 0;
        while (start < length && text[start] != letters[0]) {
            start++;
        }
        var found = 0;
        var firstEnd = start;
        for (; firstEnd < length && found < letters.length; firstEnd++) {
            found += text[firstEnd] == letters[found] ? 1 : 0;
        }
        if (found < letters.length) {
            return NONE;
        }
        var end = length;
        while (text[end - 1] != letters[letters.length - 1]) {
            end--;
        }
        if (end - start == letters.length) {
            return alongTheWay(letters, start, end, places);
        }
        if ((end - start) * letters.length > MOST_CELLS) {
            return alongTheWay(letters, shortened(letters, firstEnd), firstEnd, places);
        }
        return grid.best(text, bonus, start, end, letters, places);
    }

    /** The last start from which the letters are found before {@code end}. */
    private int shortened(int[] letters, int end) {
        var at = end;
        for (var left = letters.length; left > 0; ) {
            at--;
            left -= text[at] == letters[left - 1] ? 1 : 0;
        }
        return at;
    }

    /** The first of the places where the first letter's bonus is largest; what starts a word is good enough. */
    private int together(int[] letters, @Nullable BitSet places) {
        var best = NONE;
        for (var at = 0; at + letters.length <= length; at++) {
            var isHere =
                    text[at] == letters[0] && Arrays.equals(text, at, at + letters.length, letters, 0, letters.length);
            if (isHere && (best == NONE || bonus[at] > bonus[best])) {
                best = at;
                if (bonus[at] >= WORD_START) {
                    break;
                }
            }
        }
        return best == NONE ? NONE : alongTheWay(letters, best, best + letters.length, places);
    }

    /** The score when each letter is taken where it is met first, from {@code start} on. */
    private int alongTheWay(int[] letters, int start, int end, @Nullable BitSet places) {
        var score = 0;
        var runBonus = 0;
        var isRun = false;
        var isGap = false;
        var next = 0;
        for (var at = start; at < end; at++) {
            if (next < letters.length && text[at] == letters[next]) {
                var here = bonus[at];
                if (next == 0) {
                    runBonus = here;
                    score = LETTER + 2 * here;
                } else if (isRun) {
                    runBonus = here >= WORD_START ? Math.max(here, runBonus) : runBonus;
                    score += LETTER + Math.max(Math.max(here, runBonus), TOGETHER);
                } else {
                    runBonus = here;
                    score += LETTER + here;
                }
                if (places != null) {
                    places.set(at);
                }
                isRun = true;
                isGap = false;
                next++;
            } else {
                score = Math.max(0, score - (isGap ? LONGER_GAP : GAP));
                isRun = false;
                isGap = true;
            }
        }
        return score;
    }
}
