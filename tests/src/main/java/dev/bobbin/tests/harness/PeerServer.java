package dev.bobbin.tests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Upstream's server, where it is installed: at the path in the environment variable {@code BOBBIN_PEER}, or where the
 * conformance kit installs it in the user's cache.
 */
public final class PeerServer {
    private static final int DEPTH_IN_CACHE = 12;

    private PeerServer() {}

    /**
     * The command that starts the peer's app-server on stdio.
     *
     * @throws TestAbortedException if it is not installed
     */
    public static List<String> command() {
        return List.of(binary().toString(), "app-server");
    }

    /**
     * The peer's binary.
     *
     * @throws TestAbortedException if it is not installed
     */
    public static Path binary() {
        var named = System.getenv("BOBBIN_PEER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var cache = Path.of(System.getProperty("user.home"), ".cache", "app-server-conformance");
        try (var files = Files.find(cache, DEPTH_IN_CACHE, (file, facts) -> facts.isRegularFile() && isBinary(file))) {
            return files.findFirst().orElseThrow(() -> new TestAbortedException("there is no peer in " + cache));
        } catch (IOException e) {
            throw new TestAbortedException("the peer is not installed: set BOBBIN_PEER to its binary", e);
        }
    }

    private static boolean isBinary(Path file) {
        return file.endsWith("codex") && Files.isExecutable(file);
    }
}
