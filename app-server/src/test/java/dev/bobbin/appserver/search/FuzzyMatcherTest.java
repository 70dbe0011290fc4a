package dev.bobbin.appserver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatcherTest {
    @Test
    void lettersCountMoreTogetherAndAtTheBeginningOfWords() {
        assertThat(score("alp", "alpha.txt")).isEqualTo(84);
        assertThat(score("alp", "docs/al/pha.md")).isEqualTo(81);
        assertThat(score("alp", "fooAlpBar.txt")).isEqualTo(68);
        assertThat(score("alp", "num12alp")).isEqualTo(56);
        assertThat(score("alp", "docs/beta.txt")).isEqualTo(FuzzyMatcher.NONE);
    }

    @Test
    void theBestWayCountsAndIsShown() {
        assertThat(places("c d", "a b/c d.txt")).containsExactly(4, 6);
        assertThat(places("docs", "linkdocs/al")).containsExactly(4, 5, 6, 7);
        assertThat(places("12", "num12alp")).containsExactly(3, 4);
    }

    @Test
    void oneLetterIsWorthTheSameReadInPlace() {
        for (var path : List.of("x/B2.java", "a_b/b", "fooAlpBar.txt")) {
            var entry = new PathEntry(path, false);
            assertThat(new FuzzyMatcher().score(FuzzyPattern.parse("b"), entry, null))
                    .isEqualTo(new FuzzyMatcher().score(FuzzyPattern.parse("b"), entry, new BitSet()));
        }
    }

    @Test
    void signsRestrictWords() {
        assertThat(score("^alp", "alpha.txt")).isEqualTo(84);
        assertThat(score("^lph", "alpha.txt")).isEqualTo(FuzzyMatcher.NONE);
        assertThat(score("txt$", "alpha.txt")).isEqualTo(80);
        assertThat(score("'lph", "alpha.txt")).isEqualTo(56);
        assertThat(score("^alpha.txt$", "alpha.txt")).isEqualTo(234);
        assertThat(score("!txt al", "alpha.txt")).isEqualTo(FuzzyMatcher.NONE);
        assertThat(score("!txt al", "cafe/plain")).isEqualTo(26);
        assertThat(score("a\\ b", "a b/c d.txt")).isEqualTo(84);
    }

    @Test
    void accentsMatterOnlyWhereTheyAreTyped() {
        assertThat(score("cafe", "café/été.txt")).isEqualTo(109);
        assertThat(score("café", "cafe/plain")).isEqualTo(FuzzyMatcher.NONE);
        assertThat(places("etude", "e\u0301tude/z")).containsExactly(0, 1, 2, 3, 4);
        assertThat(score("straße", "ss/straße")).isEqualTo(159);
    }

    @Test
    void manyLettersInALongPathAreFoundWithoutTheBestWay() {
        var path = "ab/".repeat(1300);
        assertThat(score("ab".repeat(60), path)).isPositive();
    }

    private static int score(String query, String path) {
        return new FuzzyMatcher().score(FuzzyPattern.parse(query), new PathEntry(path, false), null);
    }

    private static List<Integer> places(String query, String path) {
        var places = new BitSet();
        new FuzzyMatcher().score(FuzzyPattern.parse(query), new PathEntry(path, false), places);
        return places.stream().boxed().toList();
    }
}
