package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.WireEnum;

/** The means by which requests to the model are authorised. */
public enum AuthMode implements WireEnum {
    APIKEY("apikey"),
    CHATGPT("chatgpt"),
    CHATGPT_AUTH_TOKENS("chatgptAuthTokens"),
    AGENT_IDENTITY("agentIdentity");

    private final String wireName;

    AuthMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
