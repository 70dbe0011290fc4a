package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.WireEnum;

/** The protocol of a blocked connection. */
public enum NetworkApprovalProtocol implements WireEnum {
    HTTP("http"),
    HTTPS("https"),
    SOCKS5_TCP("socks5Tcp"),
    SOCKS5_UDP("socks5Udp");

    private final String wireName;

    NetworkApprovalProtocol(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
