package dev.bobbin.appserver.model.http;

import java.net.URI;
import java.util.Locale;

/** Where connections lead, and so which of them can stand for another. */
record HttpOrigin(boolean secure, String host, int port) {
    /**
     * Takes the authority apart itself, as {@link URI#getHost} refuses names with underscores.
     *
     * @throws IllegalArgumentException if the address is not one of HTTP
     */
    static HttpOrigin of(URI uri) {
        var authority = uri.getRawAuthority();
        if (authority == null || uri.getScheme() == null) {
            throw new IllegalArgumentException("not an http address: " + uri);
        }
        var secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        var hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        var colon = hostAndPort.lastIndexOf(':');
        if (colon < 0 || hostAndPort.endsWith("]")) {
            return new HttpOrigin(secure, hostAndPort, secure ? 443 : 80);
        }
        return new HttpOrigin(
                secure, hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
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
