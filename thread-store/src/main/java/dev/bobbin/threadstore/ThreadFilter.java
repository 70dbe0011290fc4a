package dev.bobbin.threadstore;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thread belongs into a list. Made for one request: working directories are resolved once each. Not safe for use
 * from several threads.
 */
public final class ThreadFilter {
    private final ListThreads params;
    private final @Nullable Set<String> providers;
    private final @Nullable Set<String> cwds;
    private final Map<String, Boolean> cwdMatches = new HashMap<>();

    /** @param defaultProvider what a null provider filter stands for, and what threads without a provider count as */
    public ThreadFilter(ListThreads params, String defaultProvider) {
        this.params = params;
        var wanted = params.modelProviders();
        if (wanted == null) {
            this.providers = Set.of(defaultProvider);
        } else {
            this.providers = wanted.isEmpty() ? null : Set.copyOf(wanted);
        }
        this.cwds = params.cwds() == null ? null : new HashSet<>();
        if (cwds != null && params.cwds() != null) {
            params.cwds().forEach(cwd -> cwds.add(resolved(cwd)));
        }
    }

    public boolean matches(StoredThread thread) {
        return thread.archived() == params.archived()
                && !thread.preview().isEmpty()
                && matchesOrigin(thread.source(), thread.modelProvider(), thread.cwd())
                && matchesTerm(thread.name(), thread.title(), thread.preview());
    }

    /** Where the thread came from, by source, provider and directory. */
    public boolean matchesOrigin(SessionSource source, String provider, String cwd) {
        return (params.sources().isEmpty() || params.sources().contains(source.kind()))
                && (providers == null || providers.contains(provider))
                && matchesCwd(cwd);
    }

    /** Looks at directories now that would be looked at later. */
    public void resolve(Iterable<String> directories) {
        directories.forEach(this::matchesCwd);
    }

    private boolean matchesCwd(String cwd) {
        return cwds == null || cwdMatches.computeIfAbsent(cwd, each -> cwds.contains(resolved(each)));
    }

    /** Whether the search term, if any, is in one of the texts. */
    public boolean matchesTerm(@Nullable String name, String title, String preview) {
        var term = params.searchTerm();
        return term == null || isIn(term, name, title, preview);
    }

    /** Whether the term is in one of the texts; an empty one always is. */
    public static boolean isIn(String term, @Nullable String name, String title, String preview) {
        return term.isEmpty()
                || (name != null && name.contains(term))
                || title.contains(term)
                || preview.contains(term);
    }

    private static String resolved(String cwd) {
        try {
            var path = Path.of(cwd);
            try {
                return path.toRealPath().toString();
            } catch (IOException e) {
                return path.normalize().toString();
            }
        } catch (InvalidPathException e) {
            return cwd;
        }
    }
}
