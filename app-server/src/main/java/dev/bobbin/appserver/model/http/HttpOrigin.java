package dev.bobbin.appserver.model.http;

import java.net.URI;
import java.util.Locale;

/** Where connections lead, and so which of them can stand for another. */
record HttpOrigin(boolean secure, String host, int port) {
    static HttpOrigin of(URI uri) {
        var host = uri.getHost();
        if (host == null || uri.getScheme() == null) {
            throw new IllegalArgumentException("not an http address: " + uri);
        }
        var secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        var port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new HttpOrigin(secure, host, port);
    }

    /** The host as sockets want it: IPv6 literals without brackets. */
    String socketHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Value of the {@code host} header. */
    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }

    boolean loopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
