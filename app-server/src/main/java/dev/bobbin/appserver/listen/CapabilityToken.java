package dev.bobbin.appserver.listen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whoever knows one secret may connect. Only its SHA-256 is kept, and digests are compared: how long that takes says
 * nothing of the secret.
 */
final class CapabilityToken implements Admission {
    private static final int DIGEST_HEX_DIGITS = 64;

    private final byte[] digest;

    private CapabilityToken(byte[] digest) {
        this.digest = digest;
    }

    static CapabilityToken of(String token) {
        return new CapabilityToken(sha256(token));
    }

    /** @throws ListenException if {@code hex} is no digest in hexadecimal digits of either case */
    static CapabilityToken ofDigest(String hex) throws ListenException {
        if (hex.length() != DIGEST_HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new ListenException("--ws-token-sha256 must be a 64-character hex SHA-256 digest");
        }
        return new CapabilityToken(HexFormat.of().parseHex(hex));
    }

    @Override
    public @Nullable String refusal(String token, Instant now) {
        return MessageDigest.isEqual(digest, sha256(token)) ? null : "invalid websocket bearer token";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
