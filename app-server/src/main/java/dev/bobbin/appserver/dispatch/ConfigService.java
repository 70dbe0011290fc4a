package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v2.approval.PermissionProfileListParams;
import dev.bobbin.protocol.v2.config.ConfigBatchWriteParams;
import dev.bobbin.protocol.v2.config.ConfigReadParams;
import dev.bobbin.protocol.v2.config.ConfigValueWriteParams;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigDetectParams;
import dev.bobbin.protocol.v2.config.ExternalAgentConfigImportParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureEnablementSetParams;
import dev.bobbin.protocol.v2.feature.ExperimentalFeatureListParams;
import dev.bobbin.protocol.v2.model.CollaborationModeListParams;
import dev.bobbin.protocol.v2.model.ModelListParams;
import dev.bobbin.protocol.v2.model.ModelProviderCapabilitiesReadParams;
import dev.bobbin.protocol.v2.windows.WindowsSandboxSetupStartParams;

/** Models, features and configuration. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface ConfigService extends Service {
    default void modelList(ModelListParams params) {
        router().run(ConfigMethods.MODEL_LIST, params);
    }

    default void modelProviderCapabilitiesRead(ModelProviderCapabilitiesReadParams params) {
        router().run(ConfigMethods.MODEL_PROVIDER_CAPABILITIES_READ, params);
    }

    default void experimentalFeatureList(ExperimentalFeatureListParams params) {
        router().run(ConfigMethods.EXPERIMENTAL_FEATURE_LIST, params);
    }

    default void permissionProfileList(PermissionProfileListParams params) {
        router().run(ConfigMethods.PERMISSION_PROFILE_LIST, params);
    }

    default void experimentalFeatureEnablementSet(ExperimentalFeatureEnablementSetParams params) {
        router().run(ConfigMethods.EXPERIMENTAL_FEATURE_ENABLEMENT_SET, params);
    }

    default void collaborationModeList(CollaborationModeListParams params) {
        router().run(ConfigMethods.COLLABORATION_MODE_LIST, params);
    }

    default void windowsSandboxSetupStart(WindowsSandboxSetupStartParams params) {
        router().run(ConfigMethods.WINDOWS_SANDBOX_SETUP_START, params);
    }

    default void windowsSandboxReadiness(NoParams params) {
        router().run(ConfigMethods.WINDOWS_SANDBOX_READINESS, params);
    }

    default void configRead(ConfigReadParams params) {
        router().run(ConfigMethods.CONFIG_READ, params);
    }

    default void externalAgentConfigDetect(ExternalAgentConfigDetectParams params) {
        router().run(ConfigMethods.EXTERNAL_AGENT_CONFIG_DETECT, params);
    }

    default void externalAgentConfigImport(ExternalAgentConfigImportParams params) {
        router().run(ConfigMethods.EXTERNAL_AGENT_CONFIG_IMPORT, params);
    }

    default void configValueWrite(ConfigValueWriteParams params) {
        router().run(ConfigMethods.CONFIG_VALUE_WRITE, params);
    }

    default void configBatchWrite(ConfigBatchWriteParams params) {
        router().run(ConfigMethods.CONFIG_BATCH_WRITE, params);
    }

    default void configRequirementsRead(NoParams params) {
        router().run(ConfigMethods.CONFIG_REQUIREMENTS_READ, params);
    }
}
