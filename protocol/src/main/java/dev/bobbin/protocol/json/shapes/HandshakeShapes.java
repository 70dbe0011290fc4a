package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class HandshakeShapes {
    private HandshakeShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ClientInfo name:S title?:S version:S
                InitializeCapabilities experimentalApi=:B requestAttestation=:B optOutNotificationMethods?:[S
                InitializeParams clientInfo:Lv2.handshake.ClientInfo capabilities?:Lv2.handshake.InitializeCapabilities
                InitializeResponse userAgent:S codexHome:A platformFamily:S platformOs:S
                """;
    }
}
