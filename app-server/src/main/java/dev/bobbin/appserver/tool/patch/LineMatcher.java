package dev.bobbin.appserver.tool.patch;

import java.util.List;
import java.util.function.UnaryOperator;

/** Finds a run of lines in a file, forgiving what models get wrong: trailing blanks, indentation, typographic signs. */
final class LineMatcher {
    private static final List<UnaryOperator<String>> FROM_STRICT_TO_LENIENT =
            List.of(UnaryOperator.identity(), String::stripTrailing, String::strip, LineMatcher::plain);

    private LineMatcher() {}

    /**
     * The first place at or after {@code start} where the lines stand, or -1. With {@code atEnd}, the file's end is
     * tried first.
     */
    static int find(List<String> file, List<String> wanted, int start, boolean atEnd) {
        if (wanted.isEmpty()) {
            return start;
        }
        if (wanted.size() > file.size()) {
            return -1;
        }
        var last = file.size() - wanted.size();
        var from = atEnd ? last : start;
        for (var form : FROM_STRICT_TO_LENIENT) {
            for (var place = from; place <= last; place++) {
                if (standsAt(file, wanted, place, form)) {
                    return place;
                }
            }
        }
        return -1;
    }

    private static boolean standsAt(List<String> file, List<String> wanted, int place, UnaryOperator<String> form) {
        for (var i = 0; i < wanted.size(); i++) {
            if (!form.apply(file.get(place + i)).equals(form.apply(wanted.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Strips, and replaces typographic dashes, quotes and blanks by their ASCII forms. */
    private static String plain(String line) {
        var text = new StringBuilder(line.strip());
        for (var i = 0; i < text.length(); i++) {
            text.setCharAt(i, plain(text.charAt(i)));
        }
        return text.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
            case '\u00A0',
                    '\u2002',
                    '\u2003',
                    '\u2004',
                    '\u2005',
                    '\u2006',
                    '\u2007',
                    '\u2008',
                    '\u2009',
                    '\u200A',
                    '\u202F',
                    '\u205F',
                    '\u3000' -> ' ';
            default -> c;
        };
    }
}
