package dev.bobbin.appserver.tool.terminal;

import java.util.List;
import java.util.Locale;

/** Tells whether a fenced command failed because of its fence. */
final class Fence {
    private static final List<String> SIGNS = List.of(
            "operation not permitted", "permission denied", "read-only file system", "seccomp", "sandbox", "bwrap:");

    private Fence() {}

    /** A guess by what programs print when something is denied to them. */
    static boolean seemsInTheWay(int exitCode, String output) {
        if (exitCode == 0 || exitCode == 2 || exitCode == 127) {
            return false;
        }
        var lower = output.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(lower::contains);
    }
}
