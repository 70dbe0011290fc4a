package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v1.GetAuthStatusParams;
import dev.bobbin.protocol.v1.GetAuthStatusResponse;
import dev.bobbin.protocol.v2.account.CancelLoginAccountParams;
import dev.bobbin.protocol.v2.account.CancelLoginAccountResponse;
import dev.bobbin.protocol.v2.account.GetAccountParams;
import dev.bobbin.protocol.v2.account.GetAccountRateLimitsResponse;
import dev.bobbin.protocol.v2.account.GetAccountResponse;
import dev.bobbin.protocol.v2.account.LoginAccountParams;
import dev.bobbin.protocol.v2.account.LoginAccountResponse;
import dev.bobbin.protocol.v2.account.LogoutAccountResponse;
import dev.bobbin.protocol.v2.account.SendAddCreditsNudgeEmailParams;
import dev.bobbin.protocol.v2.account.SendAddCreditsNudgeEmailResponse;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadParams;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadResponse;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
public interface AccountMethods {
    /** {@code account/login/start} */
    Method<LoginAccountParams, LoginAccountResponse> ACCOUNT_LOGIN_START =
            Method.of("account/login/start", LoginAccountParams.class, LoginAccountResponse.class, LaneRule.GLOBAL);

    /** {@code account/login/cancel} */
    Method<CancelLoginAccountParams, CancelLoginAccountResponse> ACCOUNT_LOGIN_CANCEL = Method.of(
            "account/login/cancel", CancelLoginAccountParams.class, CancelLoginAccountResponse.class, LaneRule.GLOBAL);

    /** {@code account/logout} */
    Method<NoParams, LogoutAccountResponse> ACCOUNT_LOGOUT =
            Method.of("account/logout", NoParams.class, LogoutAccountResponse.class, LaneRule.GLOBAL);

    /** {@code account/rateLimits/read} */
    Method<NoParams, GetAccountRateLimitsResponse> ACCOUNT_RATE_LIMITS_READ = Method.of(
            "account/rateLimits/read", NoParams.class, GetAccountRateLimitsResponse.class, LaneRule.UNORDERED);

    /** {@code account/sendAddCreditsNudgeEmail} */
    Method<SendAddCreditsNudgeEmailParams, SendAddCreditsNudgeEmailResponse> ACCOUNT_SEND_ADD_CREDITS_NUDGE_EMAIL =
            Method.of(
                    "account/sendAddCreditsNudgeEmail",
                    SendAddCreditsNudgeEmailParams.class,
                    SendAddCreditsNudgeEmailResponse.class,
                    LaneRule.UNORDERED);

    /** {@code feedback/upload} */
    Method<FeedbackUploadParams, FeedbackUploadResponse> FEEDBACK_UPLOAD =
            Method.of("feedback/upload", FeedbackUploadParams.class, FeedbackUploadResponse.class, LaneRule.THREAD);

    /** {@code account/read} */
    Method<GetAccountParams, GetAccountResponse> ACCOUNT_READ =
            Method.of("account/read", GetAccountParams.class, GetAccountResponse.class, LaneRule.UNORDERED);

    /** {@code getAuthStatus} */
    Method<GetAuthStatusParams, GetAuthStatusResponse> GET_AUTH_STATUS =
            Method.of("getAuthStatus", GetAuthStatusParams.class, GetAuthStatusResponse.class, LaneRule.UNORDERED);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "account/login/start" -> ACCOUNT_LOGIN_START;
            case "account/login/cancel" -> ACCOUNT_LOGIN_CANCEL;
            case "account/logout" -> ACCOUNT_LOGOUT;
            case "account/rateLimits/read" -> ACCOUNT_RATE_LIMITS_READ;
            case "account/sendAddCreditsNudgeEmail" -> ACCOUNT_SEND_ADD_CREDITS_NUDGE_EMAIL;
            case "feedback/upload" -> FEEDBACK_UPLOAD;
            case "account/read" -> ACCOUNT_READ;
            case "getAuthStatus" -> GET_AUTH_STATUS;
            default -> null;
        };
    }
}
