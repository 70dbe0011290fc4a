package dev.bobbin.appserver.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final String KEY = "k".repeat(40);
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    @TempDir
    private Path folder;

    private Path secret;

    @BeforeEach
    void writeSecret() throws Exception {
        secret = Files.writeString(folder.resolve("secret"), KEY + "\n");
    }

    @Test
    void withoutAModeEverybodyMayConnect() throws Exception {
        assertThat(AdmissionOptions.none().admission().refusalOf(null, NOW)).isNull();
    }

    @Test
    void aCapabilityTokenIsCompared() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "  open sesame\n");
        var digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("open sesame".getBytes(StandardCharsets.UTF_8)));
        for (var admission :
                new Admission[] {capability(file, null), capability(null, digest.toUpperCase(Locale.ROOT))}) {
            assertThat(admission.refusalOf("Bearer open sesame", NOW)).isNull();
            assertThat(admission.refusalOf("bearer   open sesame", NOW)).isNull();
            assertThat(admission.refusalOf("Bearer open", NOW)).isEqualTo("invalid websocket bearer token");
            assertThat(admission.refusalOf("Basic open sesame", NOW)).isEqualTo("invalid authorization header");
            assertThat(admission.refusalOf("Bearer", NOW)).isEqualTo("invalid authorization header");
            assertThat(admission.refusalOf(null, NOW)).isEqualTo("missing websocket bearer token");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "ok",
            value = {
                "'\"exp\":1000060,\"iss\":\"me\",\"aud\":\"you\"' | ok",
                "'\"exp\":1000060,\"iss\":\"me\",\"aud\":[\"they\",\"you\"]' | ok",
                "'\"exp\":999995,\"iss\":\"me\",\"aud\":\"you\"' | ok",
                "'\"exp\":999994,\"iss\":\"me\",\"aud\":\"you\"' | expired websocket jwt",
                "'\"exp\":1000060,\"nbf\":1000005,\"iss\":\"me\",\"aud\":\"you\"' | ok",
                "'\"exp\":1000060,\"nbf\":1000006,\"iss\":\"me\",\"aud\":\"you\"' | websocket jwt is not valid yet",
                "'\"exp\":1000060,\"nbf\":null,\"iss\":\"me\",\"aud\":\"you\"' | ok",
                "'\"iss\":\"me\",\"aud\":\"you\"' | invalid websocket jwt",
                "'\"exp\":1000060.5,\"iss\":\"me\",\"aud\":\"you\"' | invalid websocket jwt",
                "'\"exp\":\"1000060\",\"iss\":\"me\",\"aud\":\"you\"' | invalid websocket jwt",
                "'\"exp\":1000060,\"iss\":[\"me\"],\"aud\":\"you\"' | invalid websocket jwt",
                "'\"exp\":1000060,\"aud\":\"you\"' | websocket jwt issuer mismatch",
                "'\"exp\":1000060,\"iss\":\"he\",\"aud\":\"you\"' | websocket jwt issuer mismatch",
                "'\"exp\":1000060,\"iss\":\"me\"' | websocket jwt audience mismatch",
                "'\"exp\":9223372036854775807,\"iss\":\"me\",\"aud\":\"they\"' | websocket jwt audience mismatch"
            })
    void theClaimsOfASignedTokenCount(String claims, @Nullable String refusal) throws Exception {
        assertThat(signed("me", "you").refusalOf("Bearer " + token(HEADER, "{" + claims + "}", KEY), NOW))
                .isEqualTo(refusal);
    }

    @Test
    void onlyTheAgreedAlgorithmAndKeyCount() throws Exception {
        var admission = signed(null, null);
        var claims = "{\"exp\":1000060}";
        var good = token(HEADER, claims, KEY);
        assertThat(admission.refusalOf("Bearer " + good, NOW)).isNull();
        for (var bad : new String[] {
            token(HEADER, claims, "x".repeat(40)),
            token("{\"alg\":\"none\"}", claims, KEY),
            token("{\"alg\":\"HS512\"}", claims, KEY),
            token("[]", claims, KEY),
            token(HEADER, "not json", KEY),
            good.substring(0, good.lastIndexOf('.') + 1),
            good.substring(0, good.lastIndexOf('.')),
            good + ".x",
            "a.b.c",
            ".."
        }) {
            assertThat(admission.refusalOf("Bearer " + bad, NOW)).as(bad).isEqualTo("invalid websocket jwt");
        }
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        var capability = AdmissionOptions.Mode.CAPABILITY_TOKEN;
        var signed = AdmissionOptions.Mode.SIGNED_BEARER_TOKEN;
        assertRefused(options(null, null, "ab", null), "websocket auth flags require `--ws-auth capability-token`");
        assertRefused(options(capability, null, null, null), "is required when `--ws-auth capability-token` is set");
        assertRefused(options(capability, secret, "ab", null), "are mutually exclusive");
        assertRefused(options(capability, null, "ab", null), "must be a 64-character hex SHA-256 digest");
        assertRefused(options(capability, null, null, secret), "require `--ws-auth signed-bearer-token`");
        assertRefused(options(signed, null, null, null), "`--ws-shared-secret-file` is required");
        assertRefused(
                options(signed, secret, null, null), "require `--ws-auth capability-token`, not `signed-bearer-token`");
    }

    @Test
    void secretsThatAreNoneAreRefused() throws Exception {
        var capability = AdmissionOptions.Mode.CAPABILITY_TOKEN;
        var signed = AdmissionOptions.Mode.SIGNED_BEARER_TOKEN;
        var empty = Files.writeString(folder.resolve("empty"), " \n");
        var weak = Files.writeString(folder.resolve("weak"), "short");
        assertRefused(options(capability, empty, null, null), "websocket auth secret " + empty + " must not be empty");
        assertRefused(
                options(signed, null, null, weak),
                "signed websocket bearer secret " + weak + " must be at least 32 bytes");
        assertRefused(
                options(capability, folder.resolve("no"), null, null),
                "failed to read websocket auth secret " + folder.resolve("no")
                        + ": No such file or directory (os error 2)");
        assertRefused(options(capability, folder, null, null), "Is a directory (os error 21)");
    }

    private static void assertRefused(AdmissionOptions options, String text) {
        assertThatThrownBy(options::admission)
                .isInstanceOf(ListenException.class)
                .hasMessageContaining(text);
    }

    private static AdmissionOptions options(
            AdmissionOptions.@Nullable Mode mode,
            @Nullable Path token,
            @Nullable String digest,
            @Nullable Path secret) {
        return new AdmissionOptions(mode, token, digest, secret, null, null, null);
    }

    private static Admission capability(@Nullable Path token, @Nullable String digest) throws ListenException {
        return options(AdmissionOptions.Mode.CAPABILITY_TOKEN, token, digest, null)
                .admission();
    }

    private Admission signed(@Nullable String issuer, @Nullable String audience) throws ListenException {
        return new AdmissionOptions(AdmissionOptions.Mode.SIGNED_BEARER_TOKEN, null, null, secret, issuer, audience, 5L)
                .admission();
    }

    private static String token(String header, String claims, String key) throws Exception {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var text = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return text + "." + encoder.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
