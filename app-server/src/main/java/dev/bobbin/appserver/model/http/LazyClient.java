package dev.bobbin.appserver.model.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that is made when it is first needed: it has a thread and, for TLS, all trusted certificates. */
final class LazyClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(30);

    private final boolean tls;
    private final Map<String, String> env;
    private final Object making = new Object();
    private volatile @Nullable HttpClient client;

    LazyClient(boolean tls, Map<String, String> env) {
        this.tls = tls;
        this.env = env;
    }

    HttpClient get() {
        var made = client;
        if (made == null) {
            synchronized (making) {
                made = client;
                if (made == null) {
                    made = make();
                    client = made;
                }
            }
        }
        return made;
    }

    private HttpClient make() {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(Thread::startVirtualThread);
        if (!tls) {
            builder.sslContext(new NoTls());
        }
        ProxySelector proxies = EnvironmentProxies.of(env);
        return (proxies == null ? builder : builder.proxy(proxies)).build();
    }

    @Override
    public void close() {
        var made = client;
        if (made != null) {
            made.shutdownNow();
        }
    }
}
