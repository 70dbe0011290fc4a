package dev.bobbin.appserver.search;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks {@code git} about a folder. */
final class GitCommand {
    private GitCommand() {}

    /** What git prints; null if it cannot be run, or ends with a status that is not expected. */
    static @Nullable String output(Path folder, Set<Integer> expected, String... arguments)
            throws InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return expected.contains(process.waitFor()) ? output : null;
        } catch (IOException e) {
            return null;
        }
    }
}
