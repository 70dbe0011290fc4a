package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class PluginShapes {
    private PluginShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                AppBranding category?:S developer?:S website?:S privacyPolicy?:S termsOfService?:S isDiscoverableApp:B
                AppInfo id:S name:S description?:S logoUrl?:S logoUrlDark?:S distributionChannel?:S branding?:Lv2.plugin.AppBranding appMetadata?:Lv2.plugin.AppMetadata labels?:{S installUrl?:S isAccessible=:B isEnabled=true:B pluginDisplayNames=:[S
                AppListUpdatedNotification data:[Lv2.plugin.AppInfo
                AppMetadata review?:Lv2.plugin.AppReview categories?:[S subCategories?:[S seoDescription?:S screenshots?:[Lv2.plugin.AppScreenshot developer?:S version?:S versionId?:S versionNotes?:S firstPartyType?:S firstPartyRequiresInstall?:B showInComposerWhenUnlinked?:B
                AppReview status:S
                AppScreenshot url?:S fileId?:S userPrompt:S
                AppSummary id:S name:S description?:S installUrl?:S needsAuth:B
                AppsListParams cursor?:S limit?:u32 threadId?:S forceRefetch=:B
                AppsListResponse data:[Lv2.plugin.AppInfo nextCursor?:S
                MarketplaceAddParams source:S refName?:S sparsePaths?:[S
                MarketplaceAddResponse marketplaceName:S installedRoot:A alreadyAdded:B
                MarketplaceInterface displayName?:S
                MarketplaceLoadErrorInfo marketplacePath:A message:S
                MarketplaceRemoveParams marketplaceName:S
                MarketplaceRemoveResponse marketplaceName:S installedRoot?:A
                MarketplaceUpgradeErrorInfo marketplaceName:S message:S
                MarketplaceUpgradeParams marketplaceName?:S
                MarketplaceUpgradeResponse selectedMarketplaces:[S upgradedRoots:[A errors:[Lv2.plugin.MarketplaceUpgradeErrorInfo
                PluginDetail marketplaceName:S marketplacePath?:A summary:Lv2.plugin.PluginSummary description?:S skills:[Lv2.skills.SkillSummary hooks:[Lv2.plugin.PluginHookSummary apps:[Lv2.plugin.AppSummary mcpServers:[S
                PluginHookSummary key:S eventName:Lv2.hook.HookEventName
                PluginInstallParams marketplacePath?:A remoteMarketplaceName?:S pluginName:S
                PluginInstallResponse authPolicy:Lv2.plugin.PluginAuthPolicy appsNeedingAuth:[Lv2.plugin.AppSummary
                PluginInstalledParams cwds?:[A installSuggestionPluginNames?:[S
                PluginInstalledResponse marketplaces:[Lv2.plugin.PluginMarketplaceEntry marketplaceLoadErrors=:[Lv2.plugin.MarketplaceLoadErrorInfo
                PluginInterface displayName?:S shortDescription?:S longDescription?:S developerName?:S category?:S capabilities:[S websiteUrl?:S privacyPolicyUrl?:S termsOfServiceUrl?:S defaultPrompt?:[S brandColor?:S composerIcon?:A composerIconUrl?:S logo?:A logoUrl?:S screenshots:[A screenshotUrls:[S
                PluginListParams cwds?:[A marketplaceKinds?:[Lv2.plugin.PluginListMarketplaceKind
                PluginListResponse marketplaces:[Lv2.plugin.PluginMarketplaceEntry marketplaceLoadErrors=:[Lv2.plugin.MarketplaceLoadErrorInfo featuredPluginIds=:[S
                PluginMarketplaceEntry name:S path?:A presentation>interface?:Lv2.plugin.MarketplaceInterface plugins:[Lv2.plugin.PluginSummary
                PluginReadParams marketplacePath?:A remoteMarketplaceName?:S pluginName:S
                PluginReadResponse plugin:Lv2.plugin.PluginDetail
                PluginShareCheckoutParams remotePluginId:S
                PluginShareCheckoutResponse remotePluginId:S pluginId:S pluginName:S pluginPath:A marketplaceName:S marketplacePath:A remoteVersion?:S
                PluginShareContext remotePluginId:S remoteVersion?:S discoverability?:Lv2.plugin.PluginShareDiscoverability shareUrl?:S creatorAccountUserId?:S creatorName?:S sharePrincipals?:[Lv2.plugin.PluginSharePrincipal
                PluginShareDeleteParams remotePluginId:S
                PluginShareDeleteResponse
                PluginShareListItem plugin:Lv2.plugin.PluginSummary localPluginPath?:A
                PluginShareListParams
                PluginShareListResponse data:[Lv2.plugin.PluginShareListItem
                PluginSharePrincipal principalType:Lv2.plugin.PluginSharePrincipalType principalId:S role:Lv2.plugin.PluginSharePrincipalRole name:S
                PluginShareSaveParams pluginPath:A remotePluginId?:S discoverability?:Lv2.plugin.PluginShareDiscoverability shareTargets?:[Lv2.plugin.PluginShareTarget
                PluginShareSaveResponse remotePluginId:S shareUrl:S
                PluginShareTarget principalType:Lv2.plugin.PluginSharePrincipalType principalId:S role:Lv2.plugin.PluginShareTargetRole
                PluginShareUpdateTargetsParams remotePluginId:S discoverability:Lv2.plugin.PluginShareUpdateDiscoverability shareTargets:[Lv2.plugin.PluginShareTarget
                PluginShareUpdateTargetsResponse principals:[Lv2.plugin.PluginSharePrincipal discoverability:Lv2.plugin.PluginShareDiscoverability
                PluginSkillReadParams remoteMarketplaceName:S remotePluginId:S skillName:S
                PluginSkillReadResponse contents?:S
                PluginSource$Git url:S path?:S refName?:S sha?:S
                PluginSource$Local path:A
                PluginSource$Remote
                PluginSource =type local:Local git:Git remote:Remote
                PluginSummary id:S remotePluginId?:S localVersion?:S name:S shareContext?:Lv2.plugin.PluginShareContext source:Lv2.plugin.PluginSource installed:B enabled:B installPolicy:Lv2.plugin.PluginInstallPolicy authPolicy:Lv2.plugin.PluginAuthPolicy availability=AVAILABLE:Lv2.plugin.PluginAvailability presentation>interface?:Lv2.plugin.PluginInterface keywords=:[S
                PluginUninstallParams pluginId:S
                PluginUninstallResponse
                """;
    }
}
