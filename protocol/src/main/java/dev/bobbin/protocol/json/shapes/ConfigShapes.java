package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ConfigShapes {
    private ConfigShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                CommandMigration name:S
                ComputerUseRequirements allowLockedComputerUse?:B
                ConfigBatchWriteParams edits:[Lv2.config.ConfigEdit filePath?:S expectedVersion?:S reloadUserConfig=:B
                ConfigEdit keyPath:S value:J mergeStrategy:Lv2.config.MergeStrategy
                ConfigLayer name:Lv2.config.ConfigLayerSource version:S config:J disabledReason-:S
                ConfigLayerMetadata name:Lv2.config.ConfigLayerSource version:S
                ConfigLayerSource$EnterpriseManaged id:S name:S
                ConfigLayerSource$LegacyManagedConfigTomlFromFile file:A
                ConfigLayerSource$LegacyManagedConfigTomlFromMdm
                ConfigLayerSource$Mdm domain:S key:S
                ConfigLayerSource$Project dotCodexFolder:A
                ConfigLayerSource$SessionFlags
                ConfigLayerSource$System file:A
                ConfigLayerSource$User file:A profile?:S
                ConfigLayerSource =type mdm:Mdm system:System enterpriseManaged:EnterpriseManaged user:User project:Project sessionFlags:SessionFlags legacyManagedConfigTomlFromFile:LegacyManagedConfigTomlFromFile legacyManagedConfigTomlFromMdm:LegacyManagedConfigTomlFromMdm
                ConfigReadParams includeLayers=:B cwd?:S
                ConfigReadResponse config:J origins:{Lv2.config.ConfigLayerMetadata layers-:[Lv2.config.ConfigLayer
                ConfigRequirements allowedApprovalPolicies?:[Lv2.approval.AskForApproval allowedApprovalsReviewers?:[Lv2.approval.ApprovalsReviewer allowedSandboxModes?:[Lv2.approval.SandboxMode allowedWindowsSandboxImplementations?:[Lv2.windows.WindowsSandboxSetupMode allowedPermissions?:[S allowedWebSearchModes?:[Lv2.config.WebSearchMode allowManagedHooksOnly?:B allowAppshots?:B computerUse?:Lv2.config.ComputerUseRequirements featureRequirements?:{B hooks?:Lv2.config.ManagedHooksRequirements enforceResidency?:Lv2.config.ResidencyRequirement network?:Lv2.config.NetworkRequirements
                ConfigRequirementsReadResponse requirements?:Lv2.config.ConfigRequirements
                ConfigValueWriteParams keyPath:S value:J mergeStrategy:Lv2.config.MergeStrategy filePath?:S expectedVersion?:S
                ConfigWriteResponse status:Lv2.config.WriteStatus version:S filePath:A overriddenMetadata?:Lv2.config.OverriddenMetadata
                ConfiguredHookHandler$Agent
                ConfiguredHookHandler$Command command:S commandWindows?:S timeoutSec?:u64 async:B statusMessage?:S
                ConfiguredHookHandler$Prompt
                ConfiguredHookHandler =type command:Command prompt:Prompt agent:Agent
                ConfiguredHookMatcherGroup matcher?:S hooks:[Lv2.config.ConfiguredHookHandler
                ExternalAgentConfigDetectParams includeHome=:B cwds?:[S
                ExternalAgentConfigDetectResponse items:[Lv2.config.ExternalAgentConfigMigrationItem
                ExternalAgentConfigImportCompletedNotification
                ExternalAgentConfigImportParams migrationItems:[Lv2.config.ExternalAgentConfigMigrationItem
                ExternalAgentConfigImportResponse
                ExternalAgentConfigMigrationItem itemType:Lv2.config.ExternalAgentConfigMigrationItemType description:S cwd?:S details?:Lv2.config.MigrationDetails
                HookMigration name:S
                ManagedHooksRequirements managedDir?:S windowsManagedDir?:S PreToolUse:[Lv2.config.ConfiguredHookMatcherGroup PermissionRequest:[Lv2.config.ConfiguredHookMatcherGroup PostToolUse:[Lv2.config.ConfiguredHookMatcherGroup PreCompact:[Lv2.config.ConfiguredHookMatcherGroup PostCompact:[Lv2.config.ConfiguredHookMatcherGroup SessionStart:[Lv2.config.ConfiguredHookMatcherGroup UserPromptSubmit:[Lv2.config.ConfiguredHookMatcherGroup SubagentStart:[Lv2.config.ConfiguredHookMatcherGroup SubagentStop:[Lv2.config.ConfiguredHookMatcherGroup Stop:[Lv2.config.ConfiguredHookMatcherGroup
                McpServerMigration name:S
                MigrationDetails plugins=:[Lv2.config.PluginsMigration sessions=:[Lv2.config.SessionMigration mcpServers=:[Lv2.config.McpServerMigration hooks=:[Lv2.config.HookMigration subagents=:[Lv2.config.SubagentMigration commands=:[Lv2.config.CommandMigration
                NetworkRequirements enabled?:B httpPort?:u16 socksPort?:u16 allowUpstreamProxy?:B dangerouslyAllowNonLoopbackProxy?:B dangerouslyAllowAllUnixSockets?:B domains?:{Lv2.config.NetworkDomainPermission managedAllowedDomainsOnly?:B allowedDomains?:[S deniedDomains?:[S unixSockets?:{Lv2.config.NetworkUnixSocketPermission allowUnixSockets?:[S allowLocalBinding?:B
                OverriddenMetadata message:S overridingLayer:Lv2.config.ConfigLayerMetadata effectiveValue:J
                PluginsMigration marketplaceName:S pluginNames:[S
                SessionMigration path:S cwd:S title?:S
                SubagentMigration name:S
                """;
    }
}
