package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxies that the environment asks for, as curl reads it. SOCKS is not spoken: such an entry is ignored. */
final class HttpProxies {
    private static final int MAX_HEAD_BYTES = 64 * 1024;

    /** @param credentials value of {@code proxy-authorization} */
    record Proxy(HttpOrigin origin, @Nullable String credentials) {}

    private final Map<String, String> env;

    HttpProxies(Map<String, String> env) {
        this.env = env;
    }

    @Nullable
    Proxy of(HttpOrigin origin) {
        var value = first(origin.secure() ? "https_proxy" : "http_proxy", "all_proxy");
        if (value == null || origin.loopback() || excluded(origin.host())) {
            return null;
        }
        try {
            var uri = URI.create(value.contains("://") ? value : "http://" + value);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                return null;
            }
            var user = uri.getUserInfo();
            var credentials = user == null
                    ? null
                    : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            return new Proxy(HttpOrigin.of(uri), credentials);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What to write in the request line: a proxy for plain HTTP wants the whole address. */
    String target(HttpOrigin origin, URI uri) {
        var path = HttpPool.pathAndQuery(uri);
        return origin.secure() || of(origin) == null ? path : "http://" + origin.authority() + path;
    }

    private @Nullable String first(String... names) {
        for (var name : names) {
            var value = env.get(name);
            if (value == null || value.isBlank()) {
                value = env.get(name.toUpperCase(Locale.ROOT));
            }
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    private boolean excluded(String host) {
        var list = first("no_proxy");
        if (list == null) {
            return false;
        }
        for (var entry : list.split(",")) {
            var name = entry.strip();
            if (name.startsWith(".")) {
                name = name.substring(1);
            }
            if (name.equals("*") || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)))) {
                return true;
            }
        }
        return false;
    }

    /** Asks the proxy for a way through. */
    static void tunnel(Socket socket, HttpOrigin origin, Proxy proxy) throws IOException {
        var target = origin.host() + ":" + origin.port();
        var head = "CONNECT " + target + " HTTP/1.1\r\nhost: " + target + "\r\n"
                + (proxy.credentials() == null ? "" : "proxy-authorization: " + proxy.credentials() + "\r\n") + "\r\n";
        socket.getOutputStream().write(HttpConnection.ascii(head));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            var b = socket.getInputStream().read();
            if (b < 0 || answer.length() > MAX_HEAD_BYTES) {
                throw new ProtocolException("proxy closed the connection");
            }
            answer.append((char) b);
        }
        if (answer.length() < 12 || answer.charAt(9) != '2') {
            throw new ProtocolException("proxy refused: " + answer.substring(0, answer.indexOf("\r\n")));
        }
    }
}
