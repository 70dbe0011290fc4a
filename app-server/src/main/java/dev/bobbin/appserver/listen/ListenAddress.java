package dev.bobbin.appserver.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a server is asked to serve. */
public sealed interface ListenAddress {
    /** The process's own stdin and stdout. */
    record Stdio() implements ListenAddress {}

    /** Nowhere. */
    record Off() implements ListenAddress {}

    /** Websockets on a port; port 0 stands for any that is free. */
    record Tcp(InetSocketAddress address) implements ListenAddress {
        boolean isLoopback() {
            return address.getAddress().isLoopbackAddress();
        }
    }

    /**
     * Websockets on a socket in the file system.
     *
     * @param path as given; null for the control socket in {@code CODEX_HOME}
     */
    record Unix(@Nullable Path path) implements ListenAddress {}

    /**
     * Reads the value of {@code --listen}.
     *
     * @throws ListenException if it is none of the forms, with the reason
     */
    static ListenAddress parse(String url) throws ListenException {
        if (url.equals("stdio://")) {
            return new Stdio();
        }
        if (url.equals("off")) {
            return new Off();
        }
        if (url.startsWith("unix://")) {
            var path = url.substring("unix://".length());
            return new Unix(path.isEmpty() ? null : Path.of(path));
        }
        if (url.startsWith("ws://")) {
            var address = socketAddress(url.substring("ws://".length()));
            if (address == null) {
                throw new ListenException("invalid websocket --listen URL `" + url + "`; expected `ws://IP:PORT`");
            }
            return new Tcp(address);
        }
        throw new ListenException("unsupported --listen URL `" + url
                + "`; expected `stdio://`, `unix://`, `unix://PATH`, `ws://IP:PORT`, or `off`");
    }

    /** An address in digits and a port; names are not looked up, because what they stand for may change. */
    private static @Nullable InetSocketAddress socketAddress(String text) {
        var colon = text.lastIndexOf(':');
        if (colon <= 0) {
            return null;
        }
        var host = text.substring(0, colon);
        var bracketed = host.startsWith("[") && host.endsWith("]");
        if (bracketed != host.contains(":") || (!bracketed && !isDottedQuad(host))) {
            return null;
        }
        try {
            var port = Integer.parseUnsignedInt(text.substring(colon + 1));
            return port > 0xffff ? null : new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (NumberFormatException | UnknownHostException e) {
            return null;
        }
    }

    private static boolean isDottedQuad(String host) {
        var parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
