package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.v2.handshake.ClientInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the server introduces itself: {@code NAME/VERSION (OS VERSION; ARCH) TERMINAL (NAME; VERSION)}.
 *
 * <p>Clients look for the version after the first slash and refuse servers that they think too old or too new.
 */
final class UserAgent {
    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    private UserAgent() {}

    static String of(ClientInfo client, String version, Map<String, String> environment) {
        return client.name() + "/" + version + " (" + system() + "; " + architecture() + ") " + terminal(environment)
                + " (" + client.name() + "; " + client.version() + ")";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "unknown");
        return name.equals("amd64") ? "x86_64" : name.equals("aarch64") && isMac() ? "arm64" : name;
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    private static String system() {
        if (isMac()) {
            return "Mac OS " + System.getProperty("os.version", "0.0.0");
        }
        String name = null;
        String version = null;
        try {
            for (var line : Files.readAllLines(OS_RELEASE)) {
                name = line.startsWith("NAME=") ? unquoted(line) : name;
                version = line.startsWith("VERSION_ID=") ? unquoted(line) : version;
            }
        } catch (IOException e) {
            return System.getProperty("os.name", "Unknown") + " " + System.getProperty("os.version", "0.0.0");
        }
        return distribution(name) + " " + threeParts(version);
    }

    private static String distribution(@Nullable String name) {
        if (name == null) {
            return "Linux";
        }
        var space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String threeParts(@Nullable String version) {
        if (version == null) {
            return "0.0.0";
        }
        var dots = version.chars().filter(c -> c == '.').count();
        return version + ".0".repeat((int) Math.max(0, 2 - dots));
    }

    private static String unquoted(String line) {
        var value = line.substring(line.indexOf('=') + 1);
        return value.length() >= 2 && value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static String terminal(Map<String, String> environment) {
        var program = environment.get("TERM_PROGRAM");
        if (program != null && !program.isBlank()) {
            var version = environment.get("TERM_PROGRAM_VERSION");
            return headerValue(version == null || version.isBlank() ? program : program + "/" + version);
        }
        var term = environment.get("TERM");
        return term == null || term.isBlank() ? "unknown" : headerValue(term);
    }

    private static String headerValue(String text) {
        var safe = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            safe.append(c >= ' ' && c < 0x7f ? c : '_');
        }
        return safe.toString();
    }
}
