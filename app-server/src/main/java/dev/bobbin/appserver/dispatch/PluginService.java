package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v2.hook.HooksListParams;
import dev.bobbin.protocol.v2.plugin.AppsListParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceAddParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceRemoveParams;
import dev.bobbin.protocol.v2.plugin.MarketplaceUpgradeParams;
import dev.bobbin.protocol.v2.plugin.PluginInstallParams;
import dev.bobbin.protocol.v2.plugin.PluginInstalledParams;
import dev.bobbin.protocol.v2.plugin.PluginListParams;
import dev.bobbin.protocol.v2.plugin.PluginReadParams;
import dev.bobbin.protocol.v2.plugin.PluginShareCheckoutParams;
import dev.bobbin.protocol.v2.plugin.PluginShareDeleteParams;
import dev.bobbin.protocol.v2.plugin.PluginShareListParams;
import dev.bobbin.protocol.v2.plugin.PluginShareSaveParams;
import dev.bobbin.protocol.v2.plugin.PluginShareUpdateTargetsParams;
import dev.bobbin.protocol.v2.plugin.PluginSkillReadParams;
import dev.bobbin.protocol.v2.plugin.PluginUninstallParams;
import dev.bobbin.protocol.v2.skills.SkillsConfigWriteParams;
import dev.bobbin.protocol.v2.skills.SkillsExtraRootsSetParams;
import dev.bobbin.protocol.v2.skills.SkillsListParams;

/** Skills, hooks, plugins and apps. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface PluginService extends Service {
    default void skillsList(SkillsListParams params) {
        router().run(PluginMethods.SKILLS_LIST, params);
    }

    default void skillsExtraRootsSet(SkillsExtraRootsSetParams params) {
        router().run(PluginMethods.SKILLS_EXTRA_ROOTS_SET, params);
    }

    default void hooksList(HooksListParams params) {
        router().run(PluginMethods.HOOKS_LIST, params);
    }

    default void marketplaceAdd(MarketplaceAddParams params) {
        router().run(PluginMethods.MARKETPLACE_ADD, params);
    }

    default void marketplaceRemove(MarketplaceRemoveParams params) {
        router().run(PluginMethods.MARKETPLACE_REMOVE, params);
    }

    default void marketplaceUpgrade(MarketplaceUpgradeParams params) {
        router().run(PluginMethods.MARKETPLACE_UPGRADE, params);
    }

    default void pluginList(PluginListParams params) {
        router().run(PluginMethods.PLUGIN_LIST, params);
    }

    default void pluginInstalled(PluginInstalledParams params) {
        router().run(PluginMethods.PLUGIN_INSTALLED, params);
    }

    default void pluginRead(PluginReadParams params) {
        router().run(PluginMethods.PLUGIN_READ, params);
    }

    default void pluginSkillRead(PluginSkillReadParams params) {
        router().run(PluginMethods.PLUGIN_SKILL_READ, params);
    }

    default void pluginShareSave(PluginShareSaveParams params) {
        router().run(PluginMethods.PLUGIN_SHARE_SAVE, params);
    }

    default void pluginShareUpdateTargets(PluginShareUpdateTargetsParams params) {
        router().run(PluginMethods.PLUGIN_SHARE_UPDATE_TARGETS, params);
    }

    default void pluginShareList(PluginShareListParams params) {
        router().run(PluginMethods.PLUGIN_SHARE_LIST, params);
    }

    default void pluginShareCheckout(PluginShareCheckoutParams params) {
        router().run(PluginMethods.PLUGIN_SHARE_CHECKOUT, params);
    }

    default void pluginShareDelete(PluginShareDeleteParams params) {
        router().run(PluginMethods.PLUGIN_SHARE_DELETE, params);
    }

    default void appList(AppsListParams params) {
        router().run(PluginMethods.APP_LIST, params);
    }

    default void skillsConfigWrite(SkillsConfigWriteParams params) {
        router().run(PluginMethods.SKILLS_CONFIG_WRITE, params);
    }

    default void pluginInstall(PluginInstallParams params) {
        router().run(PluginMethods.PLUGIN_INSTALL, params);
    }

    default void pluginUninstall(PluginUninstallParams params) {
        router().run(PluginMethods.PLUGIN_UNINSTALL, params);
    }
}
