package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.account.Credentials;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.thread.Everyone;
import dev.bobbin.protocol.method.AccountMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v1.GetAuthStatusParams;
import dev.bobbin.protocol.v1.GetAuthStatusResponse;
import dev.bobbin.protocol.v2.account.Account;
import dev.bobbin.protocol.v2.account.AccountLoginCompletedNotification;
import dev.bobbin.protocol.v2.account.AccountUpdatedNotification;
import dev.bobbin.protocol.v2.account.AuthMode;
import dev.bobbin.protocol.v2.account.CancelLoginAccountParams;
import dev.bobbin.protocol.v2.account.CancelLoginAccountResponse;
import dev.bobbin.protocol.v2.account.CancelLoginAccountStatus;
import dev.bobbin.protocol.v2.account.GetAccountParams;
import dev.bobbin.protocol.v2.account.GetAccountRateLimitsResponse;
import dev.bobbin.protocol.v2.account.GetAccountResponse;
import dev.bobbin.protocol.v2.account.LoginAccountParams;
import dev.bobbin.protocol.v2.account.LoginAccountResponse;
import dev.bobbin.protocol.v2.account.LogoutAccountResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code account/*}: signing in with a key of the API, and out. There is no other kind of account here. */
public final class AccountHandlers {
    private final ConfigLoader config;
    private final Credentials credentials;
    private final Everyone everyone;

    private AccountHandlers(ConfigLoader config, Everyone everyone) {
        this.config = config;
        this.credentials = new Credentials(config.codexHome());
        this.everyone = everyone;
    }

    /** Has the {@code account/*} methods and {@code getAuthStatus} answered. */
    public static void register(RequestRouter router, ConfigLoader config, Everyone everyone) {
        var handlers = new AccountHandlers(config, everyone);
        router.on(AccountMethods.ACCOUNT_READ, handlers::read);
        router.on(AccountMethods.GET_AUTH_STATUS, handlers::authStatus);
        router.on(AccountMethods.ACCOUNT_RATE_LIMITS_READ, handlers::rateLimits);
        router.on(AccountMethods.ACCOUNT_LOGIN_START, handlers::login);
        router.on(AccountMethods.ACCOUNT_LOGIN_CANCEL, handlers::cancelLogin);
        router.on(AccountMethods.ACCOUNT_LOGOUT, handlers::logout);
        AbsenceHandlers.registerNudge(router);
    }

    private void read(GetAccountParams params, RequestContext context, Reply<GetAccountResponse> reply) {
        var needsKey = needsKey();
        var isSignedIn = needsKey && credentials.apiKey() != null;
        reply.ok(new GetAccountResponse(isSignedIn ? new Account.ApiKey() : null, needsKey));
    }

    private void authStatus(GetAuthStatusParams params, RequestContext context, Reply<GetAuthStatusResponse> reply) {
        var needsKey = needsKey();
        var key = needsKey ? credentials.apiKey() : null;
        var isTokenWanted = Boolean.TRUE.equals(params.includeToken());
        reply.ok(new GetAuthStatusResponse(key == null ? null : AuthMode.APIKEY, isTokenWanted ? key : null, needsKey));
    }

    /** Whether the provider takes the key that users sign in with. Without a usable configuration, the usual one does. */
    private boolean needsKey() {
        try {
            return config.load(null).provider().requiresOpenaiAuth();
        } catch (ConfigException e) {
            return true;
        }
    }

    private void rateLimits(NoParams params, RequestContext context, Reply<GetAccountRateLimitsResponse> reply) {
        var kind = credentials.apiKey() == null ? "codex account" : "chatgpt";
        throw new RequestException.InvalidRequest(
                kind + " authentication required to read rate limits", "account_required");
    }

    private void login(LoginAccountParams params, RequestContext context, Reply<LoginAccountResponse> reply)
            throws IOException {
        switch (params) {
            case LoginAccountParams.ApiKey key -> {
                signIn(key.apiKey());
                reply.ok(new LoginAccountResponse.ApiKey());
                everyone.send(EncodedNotification.of(
                        Notifications.ACCOUNT_LOGIN_COMPLETED,
                        new AccountLoginCompletedNotification(null, true, null)));
                tellOfChange(AuthMode.APIKEY);
            }
            case LoginAccountParams.Chatgpt browser -> throw unsupported("chatgpt");
            case LoginAccountParams.ChatgptDeviceCode device -> throw unsupported("chatgptDeviceCode");
            case LoginAccountParams.ChatgptAuthTokens tokens -> throw unsupported("chatgptAuthTokens");
        }
    }

    private void signIn(String key) throws IOException {
        if (key.isBlank()) {
            throw new RequestException.InvalidRequest("apiKey must not be empty", "empty_api_key");
        }
        credentials.signIn(key);
    }

    private static RequestException unsupported(String kind) {
        return new RequestException.InvalidRequest(
                "account/login/start with type " + kind + " is not supported by this server; sign in with an apiKey",
                "unsupported_account");
    }

    /** Signing in with a key is over at once, so that there is never one to cancel. */
    private void cancelLogin(
            CancelLoginAccountParams params, RequestContext context, Reply<CancelLoginAccountResponse> reply) {
        try {
            UUID.fromString(params.loginId());
        } catch (IllegalArgumentException e) {
            throw new RequestException.InvalidRequest("invalid login id: " + params.loginId(), "invalid_login_id");
        }
        reply.ok(new CancelLoginAccountResponse(CancelLoginAccountStatus.NOT_FOUND));
    }

    private void logout(NoParams params, RequestContext context, Reply<LogoutAccountResponse> reply)
            throws IOException {
        credentials.signOut();
        reply.ok(new LogoutAccountResponse());
        tellOfChange(null);
    }

    private void tellOfChange(@Nullable AuthMode mode) {
        everyone.send(
                EncodedNotification.of(Notifications.ACCOUNT_UPDATED, new AccountUpdatedNotification(mode, null)));
    }
}
