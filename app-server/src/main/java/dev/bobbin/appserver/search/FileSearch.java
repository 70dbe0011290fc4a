package dev.bobbin.appserver.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds files and folders below some roots by a few letters of their paths.
 *
 * <p>What lies below a root is kept in memory for a while after it was last asked for, for the few roots that were asked
 * for last. Safe for use from many threads; searches block and take time.
 */
public final class FileSearch {
    /** As many as a person looks at. */
    private static final int MOST_HITS = 50;

    private static final int MOST_TREES = 8;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int ASK_EVERY = 1024;

    private static final Comparator<Candidate> BEST_LAST = Comparator.comparingInt(Candidate::score)
            .thenComparing(Comparator.comparingInt(Candidate::size).reversed())
            .thenComparing(Comparator.comparing(Candidate::path).reversed());

    private final Path userHome;
    private final @Nullable String configHome;

    // Guarded by itself.
    private final Map<Path, FileTree> trees = new LinkedHashMap<>(16, 0.75f, true);

    // Guarded by trees; grows with each use.
    private long uses;

    /** @param environment tells where the user's own list of what to ignore may lie */
    public FileSearch(Map<String, String> environment) {
        var home = environment.get("HOME");
        this.userHome = Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
        this.configHome = environment.get("XDG_CONFIG_HOME");
    }

    /**
     * Something found.
     *
     * @param root as it was given
     * @param path below the root, with slashes
     * @param places indices of the characters that matched, in order
     */
    public record Hit(String root, String path, boolean isDirectory, int score, List<Integer> places) {}

    private record Candidate(String root, PathEntry entry, String path, int score) {
        int size() {
            return entry.size();
        }
    }

    /**
     * The best hits, best first; those that are equally good by path. Roots that are not folders have nothing to find.
     *
     * @param isCancelled asked now and then; when it says so, what was found by then is returned
     */
    public List<Hit> find(String query, List<String> roots, BooleanSupplier isCancelled) {
        return find(query, roots, Duration.ZERO, isCancelled);
    }

    /**
     * As {@link #find(String, List, BooleanSupplier)}.
     *
     * @param age how old what is known of the roots may be
     */
    public List<Hit> find(String query, List<String> roots, Duration age, BooleanSupplier isCancelled) {
        var pattern = FuzzyPattern.parse(query);
        var best = new PriorityQueue<>(MOST_HITS + 1, BEST_LAST);
        if (!pattern.words().isEmpty()) {
            for (var root : roots) {
                find(pattern, root, tree(Path.of(root)).entries(age, isCancelled), best, isCancelled);
            }
        }
        var matcher = new FuzzyMatcher();
        return best.stream()
                .sorted(Comparator.comparingInt(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::path)
                        .thenComparing(Candidate::root))
                .map(candidate -> hit(pattern, candidate, matcher))
                .toList();
    }

    private static void find(
            FuzzyPattern pattern,
            String root,
            PathEntry[] entries,
            PriorityQueue<Candidate> best,
            BooleanSupplier isCancelled) {
        var matcher = new FuzzyMatcher();
        var highest = pattern.highestScore();
        // Shorter paths come first, so that nothing better follows once all hits are as good as can be.
        for (var i = 0; i < entries.length && mayBeAmong(best, highest, entries[i]); i++) {
            if (i % ASK_EVERY == 0 && isCancelled.getAsBoolean()) {
                return;
            }
            var score = matcher.score(pattern, entries[i], null);
            if (score != FuzzyMatcher.NONE && mayBeAmong(best, score, entries[i])) {
                best.add(new Candidate(root, entries[i], entries[i].path(), score));
                if (best.size() > MOST_HITS) {
                    best.poll();
                }
            }
        }
    }

    private static boolean mayBeAmong(PriorityQueue<Candidate> best, int score, PathEntry entry) {
        var worst = best.peek();
        if (worst == null || best.size() < MOST_HITS || score > worst.score()) {
            return true;
        }
        return score == worst.score() && entry.size() <= worst.entry().size();
    }

    private static Hit hit(FuzzyPattern pattern, Candidate found, FuzzyMatcher matcher) {
        var places = new BitSet();
        matcher.score(pattern, found.entry(), places);
        return new Hit(
                found.root(),
                found.path(),
                found.entry().isDirectory(),
                found.score(),
                new ArrayList<>(places.stream().boxed().toList()));
    }

    /** Reads what lies below the roots, so that the first search is quick. */
    public void prepare(List<String> roots, BooleanSupplier isCancelled) {
        for (var root : roots) {
            tree(Path.of(root)).entries(isCancelled);
        }
    }

    private FileTree tree(Path root) {
        synchronized (trees) {
            uses++;
            if (trees.isEmpty()) {
                Thread.ofVirtual().name("file-search-expiry").start(this::forgetWhenUnused);
            }
            var tree = trees.computeIfAbsent(
                    root.toAbsolutePath().normalize(),
                    folder -> new FileTree(folder, IgnoreRules.ofUser(userHome, configHome)));
            if (trees.size() > MOST_TREES) {
                trees.remove(trees.keySet().iterator().next());
            }
            return tree;
        }
    }

    private void forgetWhenUnused() {
        try {
            while (true) {
                long seen;
                synchronized (trees) {
                    seen = uses;
                }
                Thread.sleep(KEPT);
                synchronized (trees) {
                    if (uses == seen) {
                        trees.clear();
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
