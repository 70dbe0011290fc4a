package dev.bobbin.appserver.config.edit;

import java.util.ArrayList;
import java.util.List;

/** Keys with dots between them, where a key with dots of its own stands in quotes. */
final class KeyPath {
    private KeyPath() {}

    /** @throws ConfigEditException if there is no key, or an empty one */
    static List<String> parse(String text) {
        if (text.isBlank()) {
            throw ConfigEditException.invalid("keyPath must not be empty");
        }
        var keys = new ArrayList<String>();
        var key = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoted && c == '\\' && i + 1 < text.length()) {
                i++;
                key.append(text.charAt(i));
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '.' && !isQuoted) {
                keys.add(key.toString());
                key.setLength(0);
            } else {
                key.append(c);
            }
        }
        if (isQuoted) {
            throw ConfigEditException.invalid("keyPath has an unterminated quoted segment");
        }
        keys.add(key.toString());
        if (keys.contains("")) {
            throw ConfigEditException.invalid("keyPath segments must not be empty");
        }
        return keys;
    }
}
