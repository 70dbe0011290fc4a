package dev.bobbin.appserver.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a user lets commands do beyond the sandbox policy.
 *
 * @param writable absolute paths that may be written to, with all that is below them; those that do not exist are passed over
 * @param network whether the network may be reached
 */
public record Grant(Set<Path> writable, boolean network) {
    /** Nothing beyond the policy. */
    public static final Grant NONE = new Grant(Set.of(), false);

    public Grant {
        writable = Set.copyOf(writable);
    }

    /** Both together. */
    public Grant plus(Grant other) {
        var all = new LinkedHashSet<>(writable);
        all.addAll(other.writable);
        return new Grant(all, network || other.network);
    }
}
