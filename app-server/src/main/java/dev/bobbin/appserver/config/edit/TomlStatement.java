package dev.bobbin.appserver.config.edit;

import java.util.ArrayList;
import java.util.List;

/** A line of TOML that says something, or several lines where a value goes over them. Offsets are characters. */
sealed interface TomlStatement {
    /** Where its first line begins. */
    int start();

    /** Where the line after it begins. */
    int end();

    /** The table that it opens or is in, and its own key. */
    List<String> path();

    /** {@code [path]} or {@code [[path]]}. */
    record Header(List<String> path, boolean isOfMany, int start, int end) implements TomlStatement {}

    /**
     * {@code key = value}.
     *
     * @param table of the header above
     */
    record Assignment(List<String> table, List<String> key, int start, int valueStart, int valueEnd, int end)
            implements TomlStatement {
        @Override
        public List<String> path() {
            var path = new ArrayList<>(table);
            path.addAll(key);
            return path;
        }
    }

    /** Whether its path is {@code beginning} or goes on from there. */
    default boolean isWithin(List<String> beginning) {
        return startsWith(path(), beginning);
    }

    /** Whether one path is another, or goes on from there. */
    static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }
}
