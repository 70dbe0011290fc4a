package dev.bobbin.protocol.v2.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.Defaulted;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code account/login/start}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoginAccountParams.ApiKey.class, name = "apiKey"),
    @JsonSubTypes.Type(value = LoginAccountParams.Chatgpt.class, name = "chatgpt"),
    @JsonSubTypes.Type(value = LoginAccountParams.ChatgptDeviceCode.class, name = "chatgptDeviceCode"),
    @JsonSubTypes.Type(value = LoginAccountParams.ChatgptAuthTokens.class, name = "chatgptAuthTokens"),
})
public sealed interface LoginAccountParams {
    /** The {@code apiKey} form. */
    record ApiKey(String apiKey) implements LoginAccountParams {}

    /** The {@code chatgpt} form. */
    record Chatgpt(@Defaulted boolean codexStreamlinedLogin) implements LoginAccountParams {}

    /** The {@code chatgptDeviceCode} form. */
    record ChatgptDeviceCode() implements LoginAccountParams {}

    /** The {@code chatgptAuthTokens} form. */
    record ChatgptAuthTokens(
            String accessToken,
            String chatgptAccountId,
            @Nullable String chatgptPlanType) implements LoginAccountParams {}
}
