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
public final class PluginService {
    private final RequestRouter router;

    PluginService(RequestRouter router) {
        this.router = router;
    }

    public void skillsList(SkillsListParams params) {
        router.run(PluginMethods.SKILLS_LIST, params);
    }

    public void skillsExtraRootsSet(SkillsExtraRootsSetParams params) {
        router.run(PluginMethods.SKILLS_EXTRA_ROOTS_SET, params);
    }

    public void hooksList(HooksListParams params) {
        router.run(PluginMethods.HOOKS_LIST, params);
    }

    public void marketplaceAdd(MarketplaceAddParams params) {
        router.run(PluginMethods.MARKETPLACE_ADD, params);
    }

    public void marketplaceRemove(MarketplaceRemoveParams params) {
        router.run(PluginMethods.MARKETPLACE_REMOVE, params);
    }

    public void marketplaceUpgrade(MarketplaceUpgradeParams params) {
        router.run(PluginMethods.MARKETPLACE_UPGRADE, params);
    }

    public void pluginList(PluginListParams params) {
        router.run(PluginMethods.PLUGIN_LIST, params);
    }

    public void pluginInstalled(PluginInstalledParams params) {
        router.run(PluginMethods.PLUGIN_INSTALLED, params);
    }

    public void pluginRead(PluginReadParams params) {
        router.run(PluginMethods.PLUGIN_READ, params);
    }

    public void pluginSkillRead(PluginSkillReadParams params) {
        router.run(PluginMethods.PLUGIN_SKILL_READ, params);
    }

    public void pluginShareSave(PluginShareSaveParams params) {
        router.run(PluginMethods.PLUGIN_SHARE_SAVE, params);
    }

    public void pluginShareUpdateTargets(PluginShareUpdateTargetsParams params) {
        router.run(PluginMethods.PLUGIN_SHARE_UPDATE_TARGETS, params);
    }

    public void pluginShareList(PluginShareListParams params) {
        router.run(PluginMethods.PLUGIN_SHARE_LIST, params);
    }

    public void pluginShareCheckout(PluginShareCheckoutParams params) {
        router.run(PluginMethods.PLUGIN_SHARE_CHECKOUT, params);
    }

    public void pluginShareDelete(PluginShareDeleteParams params) {
        router.run(PluginMethods.PLUGIN_SHARE_DELETE, params);
    }

    public void appList(AppsListParams params) {
        router.run(PluginMethods.APP_LIST, params);
    }

    public void skillsConfigWrite(SkillsConfigWriteParams params) {
        router.run(PluginMethods.SKILLS_CONFIG_WRITE, params);
    }

    public void pluginInstall(PluginInstallParams params) {
        router.run(PluginMethods.PLUGIN_INSTALL, params);
    }

    public void pluginUninstall(PluginUninstallParams params) {
        router.run(PluginMethods.PLUGIN_UNINSTALL, params);
    }
}
