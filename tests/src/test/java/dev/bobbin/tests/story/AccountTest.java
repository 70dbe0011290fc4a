package dev.bobbin.tests.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.tests.harness.TestAppServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final String KEY = "sk-not-a-real-key";

    @TempDir
    Path folder;

    @Test
    void aKeyIsStoredForItsOwnerAloneAndForgottenAgain() throws Exception {
        try (var server = TestAppServer.in(folder).withoutConfig().start()) {
            assertThat(server.call(ClientMethods.ACCOUNT_READ, Map.of()))
                    .isEqualTo(server.tree("{\"account\":null,\"requiresOpenaiAuth\":true}"));

            server.call(ClientMethods.ACCOUNT_LOGIN_START, Map.of("type", "apiKey", "apiKey", KEY));

            assertThat(server.next("account/login/completed").at("/success").asBoolean())
                    .isTrue();
            assertThat(server.next("account/updated").at("/authMode").asText()).isEqualTo("apikey");
            var file = server.home().resolve("auth.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.call(ClientMethods.ACCOUNT_READ, Map.of())
                            .at("/account/type")
                            .asText())
                    .isEqualTo("apiKey");
            assertThat(server.call(ClientMethods.GET_AUTH_STATUS, Map.of("includeToken", true))
                            .path("authToken")
                            .asText())
                    .isEqualTo(KEY);
            assertThat(server.call(ClientMethods.GET_AUTH_STATUS, Map.of())
                            .path("authToken")
                            .isNull())
                    .isTrue();
            assertThat(server.log()).doesNotContain(KEY);

            server.call(ClientMethods.ACCOUNT_LOGOUT, Map.of());

            assertThat(server.next("account/updated").at("/authMode").isNull()).isTrue();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aProviderWithItsOwnKeyNeedsNoAccount() throws Exception {
        try (var server = TestAppServer.in(folder).start()) {
            assertThat(server.call(ClientMethods.ACCOUNT_READ, Map.of()))
                    .isEqualTo(server.tree("{\"account\":null,\"requiresOpenaiAuth\":false}"));
        }
    }

    @Test
    void otherKindsOfAccountsAreRefusedByName() throws Exception {
        try (var server = TestAppServer.in(folder).withoutConfig().start()) {
            var refused = server.refusal(ClientMethods.ACCOUNT_LOGIN_START, Map.of("type", "chatgpt"));
            assertThat(refused.code()).isEqualTo(-32600);
            assertThat(refused.message()).contains("chatgpt").contains("not supported by this server");
            assertThat(refused.reason()).isEqualTo("unsupported_account");
            assertThat(server.refusal(ClientMethods.ACCOUNT_RATE_LIMITS_READ, Map.of())
                            .message())
                    .isEqualTo("codex account authentication required to read rate limits");
            assertThat(server.refusal(ClientMethods.ACCOUNT_LOGIN_CANCEL, Map.of("loginId", "nope"))
                            .message())
                    .isEqualTo("invalid login id: nope");
        }
    }
}
