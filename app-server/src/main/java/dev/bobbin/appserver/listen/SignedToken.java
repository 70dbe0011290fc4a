package dev.bobbin.appserver.listen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.json.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whoever brings a JSON web token that was signed with the shared secret may connect. One algorithm is accepted, HS256,
 * whatever a token says of itself; nothing of a token is read before its signature was found to be right.
 *
 * <p>Format: RFC 7515 compact serialization, claims of RFC 7519. {@code exp} must be there; {@code nbf} counts if it is.
 */
final class SignedToken implements Admission {
    private static final int LEAST_SECRET_BYTES = 32;
    private static final String INVALID = "invalid websocket jwt";

    private final SecretKeySpec key;
    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final Duration skew;

    private SignedToken(SecretKeySpec key, @Nullable String issuer, @Nullable String audience, Duration skew) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.skew = skew;
    }

    /**
     * @param file where the secret is from, for the refusal
     * @param issuer who must have issued a token; null for anybody
     * @param audience whom a token must be for; null for anybody
     * @param skew by how much clocks may differ
     * @throws ListenException if the secret is too short to be one
     */
    static SignedToken of(String secret, String file, @Nullable String issuer, @Nullable String audience, Duration skew)
            throws ListenException {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_SECRET_BYTES) {
            throw new ListenException("signed websocket bearer secret " + file + " must be at least 32 bytes");
        }
        return new SignedToken(new SecretKeySpec(bytes, "HmacSHA256"), issuer, audience, skew);
    }

    @Override
    public @Nullable String refusal(String token, Instant now) {
        var first = token.indexOf('.');
        var last = token.lastIndexOf('.');
        if (first < 0 || first == last || token.indexOf('.', first + 1) != last) {
            return INVALID;
        }
        try {
            var decoder = Base64.getUrlDecoder();
            var signed = token.substring(0, last).getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(sign(signed), decoder.decode(token.substring(last + 1)))) {
                return INVALID;
            }
            var header = WireJson.readTree(decoder.decode(token.substring(0, first)));
            var claims = WireJson.readTree(decoder.decode(token.substring(first + 1, last)));
            return header.path("alg").asText().equals("HS256") ? refusal(claims, now.getEpochSecond()) : INVALID;
        } catch (IllegalArgumentException | IOException e) {
            return INVALID;
        }
    }

    private byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256, for every key", e);
        }
    }

    private @Nullable String refusal(JsonNode claims, long now) {
        var expiry = claims.path("exp");
        var notBefore = claims.path("nbf");
        var issued = claims.path("iss");
        if (!isSeconds(expiry)
                || !(isAbsent(notBefore) || isSeconds(notBefore))
                || !(isAbsent(issued) || issued.isTextual())) {
            return INVALID;
        }
        if (now > saturatedSum(expiry.longValue(), skew.toSeconds())) {
            return "expired websocket jwt";
        }
        if (!isAbsent(notBefore) && saturatedSum(now, skew.toSeconds()) < notBefore.longValue()) {
            return "websocket jwt is not valid yet";
        }
        if (issuer != null && !issuer.equals(issued.textValue())) {
            return "websocket jwt issuer mismatch";
        }
        return audience == null || isFor(audience, claims.path("aud")) ? null : "websocket jwt audience mismatch";
    }

    private static long saturatedSum(long seconds, long more) {
        return seconds > Long.MAX_VALUE - more ? Long.MAX_VALUE : seconds + more;
    }

    private static boolean isAbsent(JsonNode claim) {
        return claim.isMissingNode() || claim.isNull();
    }

    private static boolean isSeconds(JsonNode claim) {
        return claim.isIntegralNumber() && claim.canConvertToLong();
    }

    /** The claim is one name or a list of them. */
    private static boolean isFor(String audience, JsonNode claim) {
        if (claim.isTextual()) {
            return claim.textValue().equals(audience);
        }
        for (var name : claim) {
            if (audience.equals(name.textValue())) {
                return true;
            }
        }
        return false;
    }
}
