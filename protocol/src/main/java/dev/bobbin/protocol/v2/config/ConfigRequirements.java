package dev.bobbin.protocol.v2.config;

import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.windows.WindowsSandboxSetupMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits that an administrator puts on the configuration; absent ones do not apply. */
public record ConfigRequirements(
        @Nullable List<AskForApproval> allowedApprovalPolicies,
        @Nullable List<ApprovalsReviewer> allowedApprovalsReviewers,
        @Nullable List<SandboxMode> allowedSandboxModes,
        @Nullable List<WindowsSandboxSetupMode> allowedWindowsSandboxImplementations,
        @Nullable List<String> allowedPermissions,
        @Nullable List<WebSearchMode> allowedWebSearchModes,
        @Nullable Boolean allowManagedHooksOnly,
        @Nullable Boolean allowAppshots,
        @Nullable ComputerUseRequirements computerUse,
        @Nullable Map<String, Boolean> featureRequirements,
        @Nullable ManagedHooksRequirements hooks,
        @Nullable ResidencyRequirement enforceResidency,
        @Nullable NetworkRequirements network) {}
