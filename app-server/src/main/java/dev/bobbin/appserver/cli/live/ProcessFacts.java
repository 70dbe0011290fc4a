package dev.bobbin.appserver.cli.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system says of a process. All of it is null where there is no {@code /proc}, or it is closed to us.
 *
 * @param threads of the operating system
 * @param descriptorLimit how many it may have open
 * @param isReplaced whether the program that it runs is no longer on disk
 */
record ProcessFacts(
        @Nullable Long residentBytes,
        @Nullable Long threads,
        @Nullable Long descriptors,
        @Nullable Long descriptorLimit,
        boolean isReplaced) {
    private static final int KIB = 1024;
    private static final int SOFT_LIMIT_COLUMN = 3;

    static ProcessFacts of(long pid) {
        var folder = Path.of("/proc", String.valueOf(pid));
        var resident = number(folder.resolve("status"), "VmRSS:", 1);
        return new ProcessFacts(
                resident == null ? null : resident * KIB,
                number(folder.resolve("status"), "Threads:", 1),
                entries(folder.resolve("fd")),
                number(folder.resolve("limits"), "Max open files", SOFT_LIMIT_COLUMN),
                isReplaced(folder.resolve("exe")));
    }

    /** A number in the line that begins so: the column with that number, counted in words. */
    private static @Nullable Long number(Path file, String line, int column) {
        try (Stream<String> lines = Files.lines(file)) {
            var words = lines.filter(each -> each.startsWith(line)).findFirst().map(each -> each.split("\\s+"));
            return words.isPresent() && words.get().length > column ? Long.valueOf(words.get()[column]) : null;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long entries(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isReplaced(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().endsWith(" (deleted)");
        } catch (IOException e) {
            return false;
        }
    }
}
