package dev.bobbin.protocol.v2.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Answer to {@code account/login/start}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoginAccountResponse.ApiKey.class, name = "apiKey"),
    @JsonSubTypes.Type(value = LoginAccountResponse.Chatgpt.class, name = "chatgpt"),
    @JsonSubTypes.Type(value = LoginAccountResponse.ChatgptDeviceCode.class, name = "chatgptDeviceCode"),
    @JsonSubTypes.Type(value = LoginAccountResponse.ChatgptAuthTokens.class, name = "chatgptAuthTokens"),
})
public sealed interface LoginAccountResponse {
    /** The {@code apiKey} form. */
    record ApiKey() implements LoginAccountResponse {}

    /** The {@code chatgpt} form. */
    record Chatgpt(String loginId, String authUrl) implements LoginAccountResponse {}

    /** The {@code chatgptDeviceCode} form. */
    record ChatgptDeviceCode(String loginId, String verificationUrl, String userCode) implements LoginAccountResponse {}

    /** The {@code chatgptAuthTokens} form. */
    record ChatgptAuthTokens() implements LoginAccountResponse {}
}
