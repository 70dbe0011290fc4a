package dev.bobbin.appserver.listen;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may connect. Safe for use from many threads. */
public sealed interface Admission permits Admission.Everybody, CapabilityToken, SignedToken {
    /** No token is asked for. */
    record Everybody() implements Admission {
        @Override
        public @Nullable String refusal(String token, Instant now) {
            return null;
        }
    }

    /** Why the bearer of {@code token} is not let in; null if it is. */
    @Nullable
    String refusal(String token, Instant now);

    /**
     * Why a client that sends this {@code Authorization} header is not let in; null if it is.
     *
     * @param header null if it sends none
     */
    default @Nullable String refusalOf(@Nullable String header, Instant now) {
        if (this instanceof Everybody) {
            return null;
        }
        if (header == null) {
            return "missing websocket bearer token";
        }
        var space = header.indexOf(' ');
        var token = space < 0 ? "" : header.substring(space + 1).strip();
        if (token.isEmpty()
                || !header.substring(0, space).toLowerCase(Locale.ROOT).equals("bearer")) {
            return "invalid authorization header";
        }
        return refusal(token, now);
    }
}
