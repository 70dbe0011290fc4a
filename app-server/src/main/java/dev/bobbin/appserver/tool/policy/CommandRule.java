package dev.bobbin.appserver.tool.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user laid down for commands that begin in a certain way.
 *
 * @param pattern the first words of the command; each may be one of several
 * @param justification why, in the user's words
 */
record CommandRule(
        List<List<String>> pattern,
        Decision decision,
        @Nullable String justification) {
    /** From the mildest to the strictest. */
    enum Decision {
        ALLOW,
        PROMPT,
        FORBIDDEN
    }

    boolean matches(List<String> words) {
        if (words.size() < pattern.size()) {
            return false;
        }
        for (var i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The beginning it is about, in the first of its forms. */
    String prefix() {
        var text = new StringBuilder();
        for (var alternatives : pattern) {
            text.append(text.isEmpty() ? "" : " ").append(alternatives.getFirst());
        }
        return text.toString();
    }
}
