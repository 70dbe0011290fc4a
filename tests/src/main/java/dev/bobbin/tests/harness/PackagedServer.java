package dev.bobbin.tests.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Bobbin as it is shipped: the distribution that the build made, started by its launcher. */
public final class PackagedServer {
    private PackagedServer() {}

    /**
     * The command that starts the app-server on stdio.
     *
     * @throws TestAbortedException if no distribution was built, as in a run of a single module
     */
    public static List<String> command() {
        return List.of(launcher().toString(), "app-server");
    }

    /** The distribution's launcher. */
    public static Path launcher() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var launcher = folder.resolve("app-server/target/bobbin/bin/bobbin");
            if (Files.isExecutable(launcher)) {
                return launcher;
            }
        }
        throw new TestAbortedException("there is no distribution: run mvn package first");
    }
}
