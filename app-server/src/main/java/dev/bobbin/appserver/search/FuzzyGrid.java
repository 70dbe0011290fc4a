package dev.bobbin.appserver.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best way to lay letters into a text, one row of a grid for each letter, as Smith and Waterman do.
 *
 * <p>Not safe for use from many threads: it keeps its working memory.
 */
final class FuzzyGrid {
    private static final byte AFTER_LETTER = 1;
    private static final byte IN_RUN = 2;

    private int[] scores = new int[256];
    private int[] runs = new int[256];
    private boolean[] inRun = new boolean[256];
    private int[] scoresBelow = new int[256];
    private int[] runsBelow = new int[256];
    private boolean[] inRunBelow = new boolean[256];
    private int[] firstColumns = new int[16];
    private byte[] trail = new byte[0];

    /**
     * The best score; there is a way, and more than one letter.
     *
     * @param places gets the indices that the best way takes, if they are wanted
     */
    int best(int[] text, int[] bonus, int start, int end, int[] letters, @Nullable BitSet places) {
        var width = end - start;
        prepare(width, letters, places != null);
        var found = 0;
        for (var at = 0; found < letters.length; at++) {
            if (text[start + at] == letters[found]) {
                firstColumns[found++] = at;
            }
        }
        for (var at = 0; at < width; at++) {
            var isHere = text[start + at] == letters[0];
            scores[at] = isHere ? FuzzyMatcher.LETTER + 2 * bonus[start + at] : 0;
            runs[at] = isHere ? bonus[start + at] : 0;
            inRun[at] = !isHere;
        }
        for (var row = 0; row + 1 < letters.length; row++) {
            fillBelow(row, width, text, bonus, start, letters[row + 1], places != null);
            swap();
        }
        var best = firstColumns[letters.length - 1];
        for (var at = best; at < width; at++) {
            if (scores[at] >= scores[best]) {
                best = at;
            }
        }
        if (places != null) {
            follow(best, width, letters.length, start, places);
        }
        return scores[best];
    }

    private void prepare(int width, int[] letters, boolean withTrail) {
        if (scores.length < width) {
            var size = width * 2;
            scores = new int[size];
            runs = new int[size];
            inRun = new boolean[size];
            scoresBelow = new int[size];
            runsBelow = new int[size];
            inRunBelow = new boolean[size];
        }
        if (firstColumns.length < letters.length) {
            firstColumns = new int[letters.length * 2];
        }
        if (withTrail && trail.length < width * letters.length) {
            trail = new byte[width * letters.length * 2];
        }
    }

    /** From the row of one letter to the row of the next, which stands further right: right behind, or after a gap. */
    private void fillBelow(int row, int width, int[] text, int[] bonus, int start, int letter, boolean withTrail) {
        var gapScore = 0;
        var scoreBefore = 0;
        var firstBelow = firstColumns[row + 1];
        for (var at = firstColumns[row]; at + 1 < width; at++) {
            var fromLetter = Math.max(0, scoreBefore - FuzzyMatcher.GAP);
            var fromGap = Math.max(0, gapScore - FuzzyMatcher.LONGER_GAP);
            gapScore = Math.max(fromLetter, fromGap);
            if (withTrail) {
                trail[row * width + at] = (byte) ((fromLetter > fromGap ? AFTER_LETTER : 0) | (inRun[at] ? IN_RUN : 0));
            }
            if (at + 1 >= firstBelow) {
                if (text[start + at + 1] == letter) {
                    setBelow(at, gapScore, bonus[start + at + 1]);
                } else {
                    scoresBelow[at + 1] = 0;
                    runsBelow[at + 1] = 0;
                    inRunBelow[at + 1] = true;
                }
            }
            scoreBefore = scores[at];
        }
    }

    private void setBelow(int at, int gapScore, int bonus) {
        var run = Math.max(runs[at], FuzzyMatcher.TOGETHER);
        if (bonus >= FuzzyMatcher.WORD_START) {
            run = Math.max(run, bonus);
        }
        var behindLetter = scores[at] == 0 ? -1 : scores[at] + Math.max(run, bonus);
        var afterGap = gapScore + bonus;
        var isRun = behindLetter > afterGap;
        scoresBelow[at + 1] = (isRun ? behindLetter : afterGap) + FuzzyMatcher.LETTER;
        runsBelow[at + 1] = isRun ? run : bonus;
        inRunBelow[at + 1] = isRun;
    }

    private void swap() {
        var score = scores;
        scores = scoresBelow;
        scoresBelow = score;
        var run = runs;
        runs = runsBelow;
        runsBelow = run;
        var in = inRun;
        inRun = inRunBelow;
        inRunBelow = in;
    }

    private void follow(int best, int width, int rows, int start, BitSet places) {
        places.set(start + best);
        var isLetter = inRun[best];
        var row = rows - 2;
        for (var at = best - 1; row >= 0; at--) {
            var step = trail[row * width + at];
            if (isLetter) {
                places.set(start + at);
                row--;
                isLetter = (step & IN_RUN) != 0;
            } else {
                isLetter = (step & AFTER_LETTER) != 0;
            }
        }
    }
}
