package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.threadstore.Snippets;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for a term in the conversations of rollouts, plain or compressed. One thread at a time. */
final class ContentSearch {
    private static final int BUFFER_BYTES = 256 << 10;

    private final Snippets snippets;
    /** The longest part of the term that stands in a file as it is, in lower case; empty if there is none. */
    private final byte[] probe;

    private final byte[] buffer = new byte[BUFFER_BYTES];

    ContentSearch(String term) {
        this.snippets = new Snippets(term);
        this.probe = probe(term);
    }

    /** Blanks and whatever JSON may escape or case folding may change can look different in the file. */
    private static byte[] probe(String term) {
        var longest = "";
        var start = 0;
        for (var i = 0; i <= term.length(); i++) {
            if (i == term.length() || !isPlain(term.charAt(i))) {
                if (i - start > longest.length()) {
                    longest = term.substring(start, i);
                }
                start = i + 1;
            }
        }
        return lowered(longest.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isPlain(char c) {
        // K and S have further lower case forms outside ASCII.
        return c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/' && "kKsSiI".indexOf(c) < 0;
    }

    private static byte[] lowered(byte[] text) {
        for (var i = 0; i < text.length; i++) {
            text[i] = lower(text[i]);
        }
        return text;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    /** The first match with what stands around it; null if there is none, or the file cannot be read. */
    @Nullable
    String snippet(Path path) {
        try {
            var file = RolloutPaths.existing(path);
            if (file == null || (!RolloutPaths.isCompressed(file) && !mayContain(file))) {
                return null;
            }
            return read(file);
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable String read(Path file) throws IOException {
        try (var reader = RolloutReader.open(file)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                var snippet = snippets.in(line);
                if (snippet != null) {
                    return snippet;
                }
            }
            return null;
        }
    }

    /** Most files do not have the term anywhere, which is quickly seen. */
    private boolean mayContain(Path file) throws IOException {
        if (probe.length == 0) {
            return true;
        }
        try (var in = new FileInputStream(file.toFile())) {
            var kept = 0;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer, kept, buffer.length - kept)) {
                var end = kept + count;
                if (contains(end)) {
                    return true;
                }
                kept = Math.min(end, probe.length - 1);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
            return false;
        }
    }

    private boolean contains(int end) {
        var first = probe[0];
        for (var at = 0; at <= end - probe.length; at++) {
            if (lower(buffer[at]) == first && matches(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int at) {
        for (var i = 1; i < probe.length; i++) {
            if (lower(buffer[at + i]) != probe[i]) {
                return false;
            }
        }
        return true;
    }
}
