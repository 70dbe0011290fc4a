package dev.bobbin.threadstore.local;

import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.threadstore.Snippets;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks for a term in the conversations of rollouts, plain or compressed. */
final class ContentSearch {
    private final Snippets snippets;

    ContentSearch(String term) {
        this.snippets = new Snippets(term);
    }

    /** The first match with what stands around it; null if there is none, or the file cannot be read. */
    @Nullable
    String snippet(Path path) {
        try (var reader = RolloutReader.open(path)) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                var snippet = snippets.in(line);
                if (snippet != null) {
                    return snippet;
                }
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }
}
