package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.approval.PermissionProfileListParams;
import dev.bobbin.protocol.v2.approval.PermissionProfileListResponse;
import dev.bobbin.protocol.v2.config.ConfigBatchWriteParams;
import dev.bobbin.protocol.v2.config.ConfigReadParams;
import dev.bobbin.protocol.v2.config.ConfigReadResponse;
import dev.bobbin.protocol.v2.config.ConfigRequirementsReadResponse;
import dev.bobbin.protocol.v2.config.ConfigValueWriteParams;
import dev.bobbin.protocol.v2.config.ConfigWriteResponse;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigDetectParams;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigDetectResponse;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigImportParams;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigImportResponse;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureEnablementSetParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureEnablementSetResponse;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListResponse;
import dev.bobbin.protocol.v2.model.CollaborationModeListParams;
import dev.bobbin.protocol.v2.model.CollaborationModeListResponse;
import dev.bobbin.protocol.v2.model.ModelListParams;
import dev.bobbin.protocol.v2.model.ModelListResponse;
import dev.bobbin.protocol.v2.model.ModelProviderCapabilitiesReadParams;
import dev.bobbin.protocol.v2.model.ModelProviderCapabilitiesReadResponse;
import dev.bobbin.protocol.v2.windows.WindowsSandboxReadinessResponse;
import dev.bobbin.protocol.v2.windows.WindowsSandboxSetupStartParams;
import dev.bobbin.protocol.v2.windows.WindowsSandboxSetupStartResponse;
import org.jspecify.annotations.Nullable;

/** Configuration, features and what they allow. */
public interface ConfigMethods {
    /** {@code model/list} */
    Method<ModelListParams, ModelListResponse> MODEL_LIST =
            Method.of("model/list", ModelListParams.class, ModelListResponse.class, LaneRule.UNORDERED);

    /** {@code modelProvider/capabilities/read} */
    Method<ModelProviderCapabilitiesReadParams, ModelProviderCapabilitiesReadResponse>
            MODEL_PROVIDER_CAPABILITIES_READ = Method.of(
                    "modelProvider/capabilities/read",
                    ModelProviderCapabilitiesReadParams.class,
                    ModelProviderCapabilitiesReadResponse.class,
                    LaneRule.UNORDERED);

    /** {@code experimentalFeature/list} */
    Method<ExperimentalFeatureListParams, ExperimentalFeatureListResponse> EXPERIMENTAL_FEATURE_LIST = Method.of(
            "experimentalFeature/list",
            ExperimentalFeatureListParams.class,
            ExperimentalFeatureListResponse.class,
            LaneRule.THREAD);

    /** {@code permissionProfile/list} */
    Method<PermissionProfileListParams, PermissionProfileListResponse> PERMISSION_PROFILE_LIST = Method.of(
            "permissionProfile/list",
            PermissionProfileListParams.class,
            PermissionProfileListResponse.class,
            LaneRule.UNORDERED);

    /** {@code experimentalFeature/enablement/set} */
    Method<ExperimentalFeatureEnablementSetParams, ExperimentalFeatureEnablementSetResponse>
            EXPERIMENTAL_FEATURE_ENABLEMENT_SET = Method.of(
                    "experimentalFeature/enablement/set",
                    ExperimentalFeatureEnablementSetParams.class,
                    ExperimentalFeatureEnablementSetResponse.class,
                    LaneRule.GLOBAL);

    /** {@code collaborationMode/list} */
    Method<CollaborationModeListParams, CollaborationModeListResponse> COLLABORATION_MODE_LIST = Method.of(
                    "collaborationMode/list",
                    CollaborationModeListParams.class,
                    CollaborationModeListResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code windowsSandbox/setupStart} */
    Method<WindowsSandboxSetupStartParams, WindowsSandboxSetupStartResponse> WINDOWS_SANDBOX_SETUP_START = Method.of(
            "windowsSandbox/setupStart",
            WindowsSandboxSetupStartParams.class,
            WindowsSandboxSetupStartResponse.class,
            LaneRule.UNORDERED);

    /** {@code windowsSandbox/readiness} */
    Method<NoParams, WindowsSandboxReadinessResponse> WINDOWS_SANDBOX_READINESS = Method.of(
            "windowsSandbox/readiness", NoParams.class, WindowsSandboxReadinessResponse.class, LaneRule.UNORDERED);

    /** {@code config/read} */
    Method<ConfigReadParams, ConfigReadResponse> CONFIG_READ =
            Method.of("config/read", ConfigReadParams.class, ConfigReadResponse.class, LaneRule.GLOBAL);

    /** {@code externalAgentConfig/detect} */
    Method<ExternalAgentConfigDetectParams, ExternalAgentConfigDetectResponse> EXTERNAL_AGENT_CONFIG_DETECT = Method.of(
            "externalAgentConfig/detect",
            ExternalAgentConfigDetectParams.class,
            ExternalAgentConfigDetectResponse.class,
            LaneRule.UNORDERED);

    /** {@code externalAgentConfig/import} */
    Method<ExternalAgentConfigImportParams, ExternalAgentConfigImportResponse> EXTERNAL_AGENT_CONFIG_IMPORT = Method.of(
            "externalAgentConfig/import",
            ExternalAgentConfigImportParams.class,
            ExternalAgentConfigImportResponse.class,
            LaneRule.UNORDERED);

    /** {@code config/value/write} */
    Method<ConfigValueWriteParams, ConfigWriteResponse> CONFIG_VALUE_WRITE =
            Method.of("config/value/write", ConfigValueWriteParams.class, ConfigWriteResponse.class, LaneRule.GLOBAL);

    /** {@code config/batchWrite} */
    Method<ConfigBatchWriteParams, ConfigWriteResponse> CONFIG_BATCH_WRITE =
            Method.of("config/batchWrite", ConfigBatchWriteParams.class, ConfigWriteResponse.class, LaneRule.GLOBAL);

    /** {@code configRequirements/read} */
    Method<NoParams, ConfigRequirementsReadResponse> CONFIG_REQUIREMENTS_READ = Method.of(
            "configRequirements/read", NoParams.class, ConfigRequirementsReadResponse.class, LaneRule.UNORDERED);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "model/list" -> MODEL_LIST;
            case "modelProvider/capabilities/read" -> MODEL_PROVIDER_CAPABILITIES_READ;
            case "experimentalFeature/list" -> EXPERIMENTAL_FEATURE_LIST;
            case "permissionProfile/list" -> PERMISSION_PROFILE_LIST;
            case "experimentalFeature/enablement/set" -> EXPERIMENTAL_FEATURE_ENABLEMENT_SET;
            case "collaborationMode/list" -> COLLABORATION_MODE_LIST;
            case "windowsSandbox/setupStart" -> WINDOWS_SANDBOX_SETUP_START;
            case "windowsSandbox/readiness" -> WINDOWS_SANDBOX_READINESS;
            case "config/read" -> CONFIG_READ;
            case "externalAgentConfig/detect" -> EXTERNAL_AGENT_CONFIG_DETECT;
            case "externalAgentConfig/import" -> EXTERNAL_AGENT_CONFIG_IMPORT;
            case "config/value/write" -> CONFIG_VALUE_WRITE;
            case "config/batchWrite" -> CONFIG_BATCH_WRITE;
            case "configRequirements/read" -> CONFIG_REQUIREMENTS_READ;
            default -> null;
        };
    }
}
