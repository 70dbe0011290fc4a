package dev.bobbin.appserver.handlers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.edit.ConfigEditor;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.SkillCatalog;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.files.SystemErrors;
import dev.bobbin.appserver.thread.Everyone;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.method.PluginMethods;
import dev.bobbin.protocol.v2.skills.SkillMetadata;
import dev.bobbin.protocol.v2.skills.SkillScope;
import dev.bobbin.protocol.v2.skills.SkillsChangedNotification;
import dev.bobbin.protocol.v2.skills.SkillsConfigWriteParams;
import dev.bobbin.protocol.v2.skills.SkillsConfigWriteResponse;
import dev.bobbin.protocol.v2.skills.SkillsExtraRootsSetParams;
import dev.bobbin.protocol.v2.skills.SkillsExtraRootsSetResponse;
import dev.bobbin.protocol.v2.skills.SkillsListEntry;
import dev.bobbin.protocol.v2.skills.SkillsListParams;
import dev.bobbin.protocol.v2.skills.SkillsListResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code skills/*}: which skills there are, and which of them may be used. */
public final class SkillHandlers {
    private static final List<String> SWITCHES = List.of("skills", "config");
    private static final String ENABLED = "enabled";

    private final ConfigLoader loader;
    private final ConfigEditor editor;
    private final Everyone everyone;

    private SkillHandlers(ConfigLoader loader, Everyone everyone) {
        this.loader = loader;
        this.editor = new ConfigEditor(loader);
        this.everyone = everyone;
    }

    /** Has the {@code skills/*} methods answered. */
    public static void register(RequestRouter router, ConfigLoader loader, Everyone everyone) {
        var handlers = new SkillHandlers(loader, everyone);
        router.on(PluginMethods.SKILLS_LIST, handlers::list);
        router.on(PluginMethods.SKILLS_CONFIG_WRITE, handlers::writeConfig);
        router.on(PluginMethods.SKILLS_EXTRA_ROOTS_SET, handlers::setExtraRoots);
    }

    private void list(SkillsListParams params, RequestContext context, Reply<SkillsListResponse> reply) {
        var config = CurrentConfig.of(loader);
        var here = Path.of("").toAbsolutePath().toString();
        var folders = params.cwds().isEmpty() ? List.of(here) : params.cwds();
        reply.ok(new SkillsListResponse(
                folders.stream().map(folder -> skills(config, folder)).toList()));
    }

    private static SkillsListEntry skills(Config config, String cwd) {
        var skills = SkillCatalog.find(config, Path.of(cwd)).stream()
                .map(skill -> metadata(config, skill))
                .toList();
        return new SkillsListEntry(cwd, skills, List.of());
    }

    private static SkillMetadata metadata(Config config, SkillCatalog.Skill skill) {
        var home = config.codexHome().resolve("skills");
        var own = skill.file().startsWith(home) ? SkillScope.USER : SkillScope.REPO;
        return new SkillMetadata(
                skill.name(),
                skill.description(),
                null,
                null,
                null,
                skill.file().toAbsolutePath().toString(),
                skill.file().startsWith(home.resolve(".system")) ? SkillScope.SYSTEM : own,
                SkillCatalog.isEnabled(skill, config.raw()));
    }

    private void writeConfig(
            SkillsConfigWriteParams params, RequestContext context, Reply<SkillsConfigWriteResponse> reply) {
        var name = params.name() == null || params.name().isBlank()
                ? null
                : params.name().strip();
        if ((name == null) == (params.path() == null)) {
            throw new RequestException.InvalidParams(
                    "skills/config/write requires exactly one of path or name", "ambiguous_skill");
        }
        try {
            var key = name == null ? "path" : "name";
            var value = name == null ? String.valueOf(params.path()) : name;
            editor.rewriteTables(SWITCHES, tables -> switched(tables, key, value, params.enabled()));
        } catch (ConfigException e) {
            throw new RequestException.Internal("failed to update skill settings: " + e.problem(), "invalid_config");
        } catch (IOException e) {
            throw new RequestException.Internal(
                    "failed to update skill settings: " + SystemErrors.text(e, loader.userFile()), "io_error");
        }
        reply.ok(new SkillsConfigWriteResponse(params.enabled()));
        tellOfChange();
    }

    /** Skills are on unless something says that they are off. */
    private static List<ObjectNode> switched(List<ObjectNode> tables, String key, String value, boolean on) {
        var wanted = new ArrayList<ObjectNode>();
        for (var table : tables) {
            if (!value.equals(text(table, key))) {
                wanted.add(table);
            }
        }
        if (!on) {
            wanted.add(JsonNodeFactory.instance.objectNode().put(key, value).put(ENABLED, false));
        }
        return wanted;
    }

    private static @Nullable String text(ObjectNode table, String key) {
        return table.path(key).isTextual() ? table.path(key).textValue() : null;
    }

    private void setExtraRoots(
            SkillsExtraRootsSetParams params, RequestContext context, Reply<SkillsExtraRootsSetResponse> reply) {
        var roots = JsonNodeFactory.instance.arrayNode();
        params.extraRoots().forEach(roots::add);
        loader.setUntilEnd("skills." + SkillCatalog.EXTRA_ROOTS, roots);
        reply.ok(new SkillsExtraRootsSetResponse());
        tellOfChange();
    }

    private void tellOfChange() {
        everyone.send(EncodedNotification.of(Notifications.SKILLS_CHANGED, new SkillsChangedNotification()));
    }
}
