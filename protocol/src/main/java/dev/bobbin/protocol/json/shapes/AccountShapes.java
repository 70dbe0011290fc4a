package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class AccountShapes {
    private AccountShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                Account$AmazonBedrock
                Account$ApiKey
                Account$Chatgpt email:S planType:Lv2.account.PlanType
                Account =type apiKey:ApiKey chatgpt:Chatgpt amazonBedrock:AmazonBedrock
                AccountLoginCompletedNotification loginId?:S success:B error?:S
                AccountRateLimitsUpdatedNotification rateLimits:Lv2.account.RateLimitSnapshot
                AccountUpdatedNotification authMode?:Lv2.account.AuthMode planType?:Lv2.account.PlanType
                AttestationGenerateParams
                AttestationGenerateResponse token:S
                CancelLoginAccountParams loginId:S
                CancelLoginAccountResponse status:Lv2.account.CancelLoginAccountStatus
                ChatgptAuthTokensRefreshParams reason:Lv2.account.ChatgptAuthTokensRefreshReason previousAccountId?:S
                ChatgptAuthTokensRefreshResponse accessToken:S chatgptAccountId:S chatgptPlanType?:S
                CreditsSnapshot hasCredits:B unlimited:B balance?:S
                GetAccountParams refreshToken=:B
                GetAccountRateLimitsResponse rateLimits:Lv2.account.RateLimitSnapshot rateLimitsByLimitId?:{Lv2.account.RateLimitSnapshot
                GetAccountResponse account?:Lv2.account.Account requiresOpenaiAuth:B
                LoginAccountParams$ApiKey apiKey:S
                LoginAccountParams$Chatgpt codexStreamlinedLogin=:B
                LoginAccountParams$ChatgptAuthTokens accessToken:S chatgptAccountId:S chatgptPlanType?:S
                LoginAccountParams$ChatgptDeviceCode
                LoginAccountParams =type apiKey:ApiKey chatgpt:Chatgpt chatgptDeviceCode:ChatgptDeviceCode chatgptAuthTokens:ChatgptAuthTokens
                LoginAccountResponse$ApiKey
                LoginAccountResponse$Chatgpt loginId:S authUrl:S
                LoginAccountResponse$ChatgptAuthTokens
                LoginAccountResponse$ChatgptDeviceCode loginId:S verificationUrl:S userCode:S
                LoginAccountResponse =type apiKey:ApiKey chatgpt:Chatgpt chatgptDeviceCode:ChatgptDeviceCode chatgptAuthTokens:ChatgptAuthTokens
                LogoutAccountResponse
                RateLimitSnapshot limitId?:S limitName?:S primary?:Lv2.account.RateLimitWindow secondary?:Lv2.account.RateLimitWindow credits?:Lv2.account.CreditsSnapshot individualLimit?:Lv2.account.SpendControlLimitSnapshot planType?:Lv2.account.PlanType rateLimitReachedType?:Lv2.account.RateLimitReachedType
                RateLimitWindow usedPercent:i32 windowDurationMins?:i64 resetsAt?:i64
                SendAddCreditsNudgeEmailParams creditType:Lv2.account.AddCreditsNudgeCreditType
                SendAddCreditsNudgeEmailResponse status:Lv2.account.AddCreditsNudgeEmailStatus
                SpendControlLimitSnapshot limit:S used:S remainingPercent:i32 resetsAt:i64
                """;
    }
}
