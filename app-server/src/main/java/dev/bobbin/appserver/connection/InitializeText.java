package dev.bobbin.appserver.connection;

import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.v2.handshake.InitializeResponse;
import java.nio.charset.StandardCharsets;

/**
 * Writes the answer to {@code initialize} by hand, as {@link dev.bobbin.protocol.json.WireJson} would: it goes out before
 * the JSON library is loaded.
 */
final class InitializeText {
    private static final String HEX = "0123456789abcdef";

    private InitializeText() {}

    static byte[] response(RequestId id, InitializeResponse result) {
        var text = new StringBuilder(256).append("{\"id\":");
        if (id instanceof RequestId.Number number) {
            text.append(number.value());
        } else {
            quote(text, id.toString());
        }
        quote(text.append(",\"result\":{\"userAgent\":"), result.userAgent());
        quote(text.append(",\"codexHome\":"), result.codexHome());
        quote(text.append(",\"platformFamily\":"), result.platformFamily());
        quote(text.append(",\"platformOs\":"), result.platformOs());
        return text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
