package dev.bobbin.appserver.mcp.sdk;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A tool server that speaks streamable HTTP, by the SDK's own transport. */
final class WebTransport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private WebTransport() {}

    /** @throws LinkFailure if the address is none */
    static McpClientTransport of(String url, Map<String, String> headers) throws LinkFailure {
        try {
            var address = URI.create(url);
            var requests = HttpRequest.newBuilder();
            headers.forEach(requests::header);
            return HttpClientStreamableHttpTransport.builder(address.getScheme() + "://" + address.getRawAuthority())
                    .endpoint(path(address))
                    .jsonMapper(new EnvelopeMapper())
                    .requestBuilder(requests)
                    .customizeClient(client -> configure(client, address))
                    .connectTimeout(CONNECT_TIMEOUT)
                    .supportedProtocolVersions(List.of(McpLink.PROTOCOL_VERSION))
                    .maxResponseSize(MAX_MESSAGE_BYTES)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new LinkFailure(LinkFailure.Kind.BROKEN, "invalid url or headers: " + e.getMessage());
        }
    }

    /** Small servers misunderstand the offer of HTTP/2 that goes with unencrypted requests. */
    private static void configure(HttpClient.Builder client, URI address) {
        client.version("https".equals(address.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL);
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
