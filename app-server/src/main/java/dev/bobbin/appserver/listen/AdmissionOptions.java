package dev.bobbin.appserver.listen;

import dev.bobbin.appserver.files.SystemErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says of who may connect; null is what it does not say.
 *
 * @param tokenFile where the capability token is
 * @param tokenSha256 its SHA-256 in hexadecimal digits, instead of the file
 * @param secretFile where the secret is that tokens are signed with
 * @param issuer who must have issued a signed token
 * @param audience whom a signed token must be for
 * @param skewSeconds by how much the clocks of issuer and server may differ
 */
public record AdmissionOptions(
        @Nullable Mode mode,
        @Nullable Path tokenFile,
        @Nullable String tokenSha256,
        @Nullable Path secretFile,
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable Long skewSeconds) {
    private static final Duration DEFAULT_SKEW = Duration.ofSeconds(30);

    /** How a client shows that it may connect. */
    public enum Mode {
        /** It knows a secret. */
        CAPABILITY_TOKEN,
        /** It brings a token that was signed with a secret. */
        SIGNED_BEARER_TOKEN
    }

    /** Nothing said. */
    public static AdmissionOptions none() {
        return new AdmissionOptions(null, null, null, null, null, null, null);
    }

    /**
     * Reads the secrets that the options name.
     *
     * @throws ListenException if the options contradict each other, or a secret cannot be had
     */
    public Admission admission() throws ListenException {
        var ofToken = tokenFile != null || tokenSha256 != null;
        var ofSignature = secretFile != null || issuer != null || audience != null || skewSeconds != null;
        return switch (mode) {
            case null -> {
                if (ofToken || ofSignature) {
                    throw new ListenException("websocket auth flags require `--ws-auth capability-token`"
                            + " or `--ws-auth signed-bearer-token`");
                }
                yield new Admission.Everybody();
            }
            case CAPABILITY_TOKEN -> {
                if (ofSignature) {
                    throw new ListenException("`--ws-shared-secret-file`, `--ws-issuer`, `--ws-audience`, and"
                            + " `--ws-max-clock-skew-seconds` require `--ws-auth signed-bearer-token`");
                }
                yield capability();
            }
            case SIGNED_BEARER_TOKEN -> {
                if (ofToken) {
                    throw new ListenException("`--ws-token-file` and `--ws-token-sha256` require"
                            + " `--ws-auth capability-token`, not `signed-bearer-token`");
                }
                yield signed();
            }
        };
    }

    private Admission capability() throws ListenException {
        if (tokenFile != null && tokenSha256 != null) {
            throw new ListenException("`--ws-token-file` and `--ws-token-sha256` are mutually exclusive");
        }
        if (tokenSha256 != null) {
            return CapabilityToken.ofDigest(tokenSha256);
        }
        if (tokenFile != null) {
            return CapabilityToken.of(secret(tokenFile));
        }
        throw new ListenException(
                "`--ws-token-file` or `--ws-token-sha256` is required when `--ws-auth capability-token` is set");
    }

    private Admission signed() throws ListenException {
        if (secretFile == null) {
            throw new ListenException(
                    "`--ws-shared-secret-file` is required when `--ws-auth signed-bearer-token` is set");
        }
        var skew = skewSeconds == null ? DEFAULT_SKEW : Duration.ofSeconds(skewSeconds);
        return SignedToken.of(secret(secretFile), secretFile.toAbsolutePath().toString(), issuer, audience, skew);
    }

    private static String secret(Path file) throws ListenException {
        var path = file.toAbsolutePath();
        String secret;
        try {
            secret = Files.readString(path).strip();
        } catch (IOException e) {
            throw new ListenException(
                    "failed to read websocket auth secret " + path + ": " + SystemErrors.text(e, path));
        }
        if (secret.isEmpty()) {
            throw new ListenException("websocket auth secret " + path + " must not be empty");
        }
        return secret;
    }
}
