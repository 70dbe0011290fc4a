package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.AccountMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v1.GetAuthStatusParams;
import dev.bobbin.protocol.v2.account.CancelLoginAccountParams;
import dev.bobbin.protocol.v2.account.GetAccountParams;
import dev.bobbin.protocol.v2.account.LoginAccountParams;
import dev.bobbin.protocol.v2.account.SendAddCreditsNudgeEmailParams;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadParams;

/** Accounts, limits and feedback: {@code account/*}. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface AccountService extends Service {
    default void accountLoginStart(LoginAccountParams params) {
        router().run(AccountMethods.ACCOUNT_LOGIN_START, params);
    }

    default void accountLoginCancel(CancelLoginAccountParams params) {
        router().run(AccountMethods.ACCOUNT_LOGIN_CANCEL, params);
    }

    default void accountLogout(NoParams params) {
        router().run(AccountMethods.ACCOUNT_LOGOUT, params);
    }

    default void accountRateLimitsRead(NoParams params) {
        router().run(AccountMethods.ACCOUNT_RATE_LIMITS_READ, params);
    }

    default void accountSendAddCreditsNudgeEmail(SendAddCreditsNudgeEmailParams params) {
        router().run(AccountMethods.ACCOUNT_SEND_ADD_CREDITS_NUDGE_EMAIL, params);
    }

    default void feedbackUpload(FeedbackUploadParams params) {
        router().run(AccountMethods.FEEDBACK_UPLOAD, params);
    }

    default void accountRead(GetAccountParams params) {
        router().run(AccountMethods.ACCOUNT_READ, params);
    }

    default void getAuthStatus(GetAuthStatusParams params) {
        router().run(AccountMethods.GET_AUTH_STATUS, params);
    }
}
