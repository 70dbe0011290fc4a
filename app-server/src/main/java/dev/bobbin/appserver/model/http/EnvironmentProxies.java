package dev.bobbin.appserver.model.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxies that the environment asks for, as curl reads it. SOCKS and passwords are not supported. */
final class EnvironmentProxies extends ProxySelector {
    private final @Nullable Proxy http;
    private final @Nullable Proxy https;
    private final List<String> excluded;

    private EnvironmentProxies(@Nullable Proxy http, @Nullable Proxy https, List<String> excluded) {
        this.http = http;
        this.https = https;
        this.excluded = excluded;
    }

    /** Null if the environment asks for none. */
    static @Nullable ProxySelector of(Map<String, String> env) {
        var http = proxy(first(env, "http_proxy", "all_proxy"));
        var https = proxy(first(env, "https_proxy", "all_proxy"));
        if (http == null && https == null) {
            return null;
        }
        var none = first(env, "no_proxy");
        return new EnvironmentProxies(http, https, none == null ? List.of() : List.of(none.split(",")));
    }

    private static @Nullable String first(Map<String, String> env, String... names) {
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

    private static @Nullable Proxy proxy(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            var uri = URI.create(value.contains("://") ? value : "http://" + value);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                return null;
            }
            var port = uri.getPort() < 0 ? 80 : uri.getPort();
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost();
        var proxy = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
        return List.of(proxy == null || isLoopback(host) || isExcluded(host) ? Proxy.NO_PROXY : proxy);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private boolean isExcluded(String host) {
        for (var entry : excluded) {
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

    /** Nothing to fall back to: the call fails, and is repeated or not as any other. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
