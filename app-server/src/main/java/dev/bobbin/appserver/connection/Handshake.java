package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.v2.handshake.InitializeParams;
import dev.bobbin.protocol.v2.handshake.InitializeResponse;
import java.nio.file.Path;
import java.util.Map;

/**
 * What every client of this process is told when it introduces itself. Immutable.
 *
 * @param codexHome the absolute home
 * @param version the advertised version
 * @param environment the process's environment, for the terminal's name
 */
public record Handshake(Path codexHome, String version, Map<String, String> environment) {
    /** Checks what the client says of itself and makes the answer. Does not change the connection. */
    InitializeResponse answer(InitializeParams params) {
        var name = params.clientInfo().name();
        if (!isHeaderValue(name)) {
            throw new HandshakeException(
                    "Invalid clientInfo.name: '" + name + "'. Must be a valid HTTP header value.",
                    "invalid_client_name");
        }
        return new InitializeResponse(
                UserAgent.of(params.clientInfo(), version, environment),
                codexHome.toString(),
                platformFamily(),
                platformOs());
    }

    private static boolean isHeaderValue(String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String platformFamily() {
        return System.getProperty("os.name", "").startsWith("Windows") ? "windows" : "unix";
    }

    private static String platformOs() {
        var name = System.getProperty("os.name", "");
        if (name.startsWith("Windows")) {
            return "windows";
        }
        return name.startsWith("Mac") ? "macos" : "linux";
    }
}
