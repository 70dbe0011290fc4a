package dev.bobbin.appserver.mcp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names by which a model calls servers' tools: letters, digits and underscores, at most {@link #MAX_LENGTH} with the
 * namespace. What does not fit, or is named already, ends in a part of a hash of the real name.
 */
final class ToolNames {
    /** Of namespace, separator and name together. */
    static final int MAX_LENGTH = 64;

    private static final String PREFIX = "mcp__";
    private static final int SEPARATOR_LENGTH = 2;
    private static final int HASH_LENGTH = 12;

    private ToolNames() {}

    /** @param isShared whether another server's namespace would be the same */
    static String namespace(String server, boolean isShared) {
        var plain = plainNamespace(server);
        var longest = MAX_LENGTH - SEPARATOR_LENGTH - HASH_LENGTH - 1;
        if (!isShared) {
            return cut(plain, longest);
        }
        return cut(plain, longest - HASH_LENGTH - 1) + "_" + hash(server);
    }

    /** What a server's namespace would be if it were alone. */
    static String plainNamespace(String server) {
        return PREFIX + plain(server);
    }

    /**
     * A tool's name.
     *
     * @param isShared whether another tool of the namespace would have the same
     */
    static String tool(String namespace, String tool, boolean isShared) {
        var plain = plain(tool);
        var longest = MAX_LENGTH - SEPARATOR_LENGTH - namespace.length();
        if (!isShared && plain.length() <= longest) {
            return plain;
        }
        return cut(plain, longest - HASH_LENGTH - 1) + "_" + hash(namespace + "__" + tool);
    }

    /** The names as plain ones, and whether each is there more than once. */
    static boolean isTwice(String plain, Iterable<String> others) {
        var count = 0;
        for (var other : others) {
            count += plain.equals(other) ? 1 : 0;
        }
        return count > 1;
    }

    static String plain(String name) {
        var plain = new StringBuilder(name.length());
        name.codePoints()
                .forEach(c -> plain.append(c < 128 && (Character.isLetterOrDigit(c) || c == '_') ? (char) c : '_'));
        return plain.isEmpty() ? "_" : plain.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length));
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
