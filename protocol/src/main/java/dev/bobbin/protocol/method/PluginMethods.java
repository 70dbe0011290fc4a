package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.hook.HooksListParams;
import dev.bobbin.protocol.v2.hook.HooksListResponse;
import dev.bobbin.protocol.v2.plugin.AppsListParams;
import dev.bobbin.protocol.v2.plugin.AppsListResponse;
import dev.bobbin.protocol.v2.plugin.MarketplaceAddParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceAddResponse;
import dev.bobbin.protocol.v2.plugin.MarketplaceRemoveParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceRemoveResponse;
import dev.bobbin.protocol.v2.plugin.MarketplaceUpgradeParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceUpgradeResponse;
import dev.bobbin.protocol.v2.plugin.PluginInstallParams;
import dev.bobbin.protocol.v2.plugin.PluginInstallResponse;
import dev.bobbin.protocol.v2.plugin.PluginInstalledParams;
import dev.bobbin.protocol.v2.plugin.PluginInstalledResponse;
import dev.bobbin.protocol.v2.plugin.PluginListParams;
import dev.bobbin.protocol.v2.plugin.PluginListResponse;
import dev.bobbin.protocol.v2.plugin.PluginReadParams;
import dev.bobbin.protocol.v2.plugin.PluginReadResponse;
import dev.bobbin.protocol.v2.plugin.PluginShareCheckoutParams;
import dev.bobbin.protocol.v2.plugin.PluginShareCheckoutResponse;
import dev.bobbin.protocol.v2.plugin.PluginShareDeleteParams;
import dev.bobbin.protocol.v2.plugin.PluginShareDeleteResponse;
import dev.bobbin.protocol.v2.plugin.PluginShareListParams;
import dev.bobbin.protocol.v2.plugin.PluginShareListResponse;
import dev.bobbin.protocol.v2.plugin.PluginShareSaveParams;
import dev.bobbin.protocol.v2.plugin.PluginShareSaveResponse;
import dev.bobbin.protocol.v2.plugin.PluginShareUpdateTargetsParams;
import dev.bobbin.protocol.v2.plugin.PluginShareUpdateTargetsResponse;
import dev.bobbin.protocol.v2.plugin.PluginSkillReadParams;
import dev.bobbin.protocol.v2.plugin.PluginSkillReadResponse;
import dev.bobbin.protocol.v2.plugin.PluginUninstallParams;
import dev.bobbin.protocol.v2.plugin.PluginUninstallResponse;
import dev.bobbin.protocol.v2.skills.SkillsConfigWriteParams;
import dev.bobbin.protocol.v2.skills.SkillsConfigWriteResponse;
import dev.bobbin.protocol.v2.skills.SkillsExtraRootsSetParams;
import dev.bobbin.protocol.v2.skills.SkillsExtraRootsSetResponse;
import dev.bobbin.protocol.v2.skills.SkillsListParams;
import dev.bobbin.protocol.v2.skills.SkillsListResponse;
import org.jspecify.annotations.Nullable;

/** Additions to the model: skills, hooks, marketplaces, plugins and apps. */
public interface PluginMethods {
    /** {@code skills/list} */
    Method<SkillsListParams, SkillsListResponse> SKILLS_LIST =
            Method.of("skills/list", SkillsListParams.class, SkillsListResponse.class, LaneRule.UNORDERED);

    /** {@code skills/extraRoots/set} */
    Method<SkillsExtraRootsSetParams, SkillsExtraRootsSetResponse> SKILLS_EXTRA_ROOTS_SET = Method.of(
            "skills/extraRoots/set",
            SkillsExtraRootsSetParams.class,
            SkillsExtraRootsSetResponse.class,
            LaneRule.UNORDERED);

    /** {@code hooks/list} */
    Method<HooksListParams, HooksListResponse> HOOKS_LIST =
            Method.of("hooks/list", HooksListParams.class, HooksListResponse.class, LaneRule.UNORDERED);

    /** {@code marketplace/add} */
    Method<MarketplaceAddParams, MarketplaceAddResponse> MARKETPLACE_ADD =
            Method.of("marketplace/add", MarketplaceAddParams.class, MarketplaceAddResponse.class, LaneRule.UNORDERED);

    /** {@code marketplace/remove} */
    Method<MarketplaceRemoveParams, MarketplaceRemoveResponse> MARKETPLACE_REMOVE = Method.of(
            "marketplace/remove", MarketplaceRemoveParams.class, MarketplaceRemoveResponse.class, LaneRule.UNORDERED);

    /** {@code marketplace/upgrade} */
    Method<MarketplaceUpgradeParams, MarketplaceUpgradeResponse> MARKETPLACE_UPGRADE = Method.of(
            "marketplace/upgrade",
            MarketplaceUpgradeParams.class,
            MarketplaceUpgradeResponse.class,
            LaneRule.UNORDERED);

    /** {@code plugin/list} */
    Method<PluginListParams, PluginListResponse> PLUGIN_LIST =
            Method.of("plugin/list", PluginListParams.class, PluginListResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/installed} */
    Method<PluginInstalledParams, PluginInstalledResponse> PLUGIN_INSTALLED = Method.of(
            "plugin/installed", PluginInstalledParams.class, PluginInstalledResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/read} */
    Method<PluginReadParams, PluginReadResponse> PLUGIN_READ =
            Method.of("plugin/read", PluginReadParams.class, PluginReadResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/skill/read} */
    Method<PluginSkillReadParams, PluginSkillReadResponse> PLUGIN_SKILL_READ = Method.of(
            "plugin/skill/read", PluginSkillReadParams.class, PluginSkillReadResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/share/save} */
    Method<PluginShareSaveParams, PluginShareSaveResponse> PLUGIN_SHARE_SAVE = Method.of(
            "plugin/share/save", PluginShareSaveParams.class, PluginShareSaveResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/share/updateTargets} */
    Method<PluginShareUpdateTargetsParams, PluginShareUpdateTargetsResponse> PLUGIN_SHARE_UPDATE_TARGETS = Method.of(
            "plugin/share/updateTargets",
            PluginShareUpdateTargetsParams.class,
            PluginShareUpdateTargetsResponse.class,
            LaneRule.UNORDERED);

    /** {@code plugin/share/list} */
    Method<PluginShareListParams, PluginShareListResponse> PLUGIN_SHARE_LIST = Method.of(
            "plugin/share/list", PluginShareListParams.class, PluginShareListResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/share/checkout} */
    Method<PluginShareCheckoutParams, PluginShareCheckoutResponse> PLUGIN_SHARE_CHECKOUT = Method.of(
            "plugin/share/checkout",
            PluginShareCheckoutParams.class,
            PluginShareCheckoutResponse.class,
            LaneRule.UNORDERED);

    /** {@code plugin/share/delete} */
    Method<PluginShareDeleteParams, PluginShareDeleteResponse> PLUGIN_SHARE_DELETE = Method.of(
            "plugin/share/delete", PluginShareDeleteParams.class, PluginShareDeleteResponse.class, LaneRule.UNORDERED);

    /** {@code app/list} */
    Method<AppsListParams, AppsListResponse> APP_LIST =
            Method.of("app/list", AppsListParams.class, AppsListResponse.class, LaneRule.THREAD);

    /** {@code skills/config/write} */
    Method<SkillsConfigWriteParams, SkillsConfigWriteResponse> SKILLS_CONFIG_WRITE = Method.of(
            "skills/config/write", SkillsConfigWriteParams.class, SkillsConfigWriteResponse.class, LaneRule.GLOBAL);

    /** {@code plugin/install} */
    Method<PluginInstallParams, PluginInstallResponse> PLUGIN_INSTALL =
            Method.of("plugin/install", PluginInstallParams.class, PluginInstallResponse.class, LaneRule.UNORDERED);

    /** {@code plugin/uninstall} */
    Method<PluginUninstallParams, PluginUninstallResponse> PLUGIN_UNINSTALL = Method.of(
            "plugin/uninstall", PluginUninstallParams.class, PluginUninstallResponse.class, LaneRule.UNORDERED);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "skills/list" -> SKILLS_LIST;
            case "skills/extraRoots/set" -> SKILLS_EXTRA_ROOTS_SET;
            case "hooks/list" -> HOOKS_LIST;
            case "marketplace/add" -> MARKETPLACE_ADD;
            case "marketplace/remove" -> MARKETPLACE_REMOVE;
            case "marketplace/upgrade" -> MARKETPLACE_UPGRADE;
            case "plugin/list" -> PLUGIN_LIST;
            case "plugin/installed" -> PLUGIN_INSTALLED;
            case "plugin/read" -> PLUGIN_READ;
            case "plugin/skill/read" -> PLUGIN_SKILL_READ;
            case "plugin/share/save" -> PLUGIN_SHARE_SAVE;
            case "plugin/share/updateTargets" -> PLUGIN_SHARE_UPDATE_TARGETS;
            case "plugin/share/list" -> PLUGIN_SHARE_LIST;
            case "plugin/share/checkout" -> PLUGIN_SHARE_CHECKOUT;
            case "plugin/share/delete" -> PLUGIN_SHARE_DELETE;
            case "app/list" -> APP_LIST;
            case "skills/config/write" -> SKILLS_CONFIG_WRITE;
            case "plugin/install" -> PLUGIN_INSTALL;
            case "plugin/uninstall" -> PLUGIN_UNINSTALL;
            default -> null;
        };
    }
}
