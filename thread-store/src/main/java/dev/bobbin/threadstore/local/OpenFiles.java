package dev.bobbin.threadstore.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether any process has a file open, as far as the system tells: on Linux, for the processes of the same user.
 *
 * <p>For programs that take no locks. Whoever opens the file a moment later is not seen.
 */
final class OpenFiles {
    private static final Path PROCESSES = Path.of("/proc");

    private OpenFiles() {}

    /** Whether this system tells. */
    static boolean areKnown() {
        return Files.isReadable(PROCESSES.resolve("self").resolve("fd"));
    }

    /** @param file its real path, or that of the only link to it */
    static boolean isOpen(Path file) throws IOException {
        try (var processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (var process : processes) {
                if (isOpenIn(process.resolve("fd"), file)) {
                    return true;
                }
            }
            return false;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isOpenIn(Path descriptors, Path file) {
        try (var links = Files.newDirectoryStream(descriptors)) {
            for (var link : links) {
                if (isLinkTo(link, file)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Ended since, or somebody else's.
        }
        return false;
    }

    private static boolean isLinkTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            return false;
        }
    }
}
