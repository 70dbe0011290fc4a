package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.context.Prompts;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.model.ModelTraits;
import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.protocol.v2.turn.CollaborationMode;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.v2.turn.Settings;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.StoredThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what a thread runs with: the configuration of the moment, what the client asks for, what the thread remembers. */
final class SettingsResolver {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsResolver.class);

    private final ThreadConfigs configs;
    private final WorkingFolders folders;

    SettingsResolver(ThreadConfigs configs, WorkingFolders folders) {
        this.configs = configs;
        this.folders = folders;
    }

    /**
     * What a stored thread remembers and a new one lacks.
     *
     * @param cwd working directory that it was made with
     * @param model model that it last used, with its effort; null if unknown
     * @param baseInstructions what its models were told they are; null if unknown
     * @param dynamicTools tools that its client runs
     */
    record Memory(
            @Nullable String cwd,
            @Nullable String model,
            @Nullable String modelProvider,
            @Nullable String effort,
            @Nullable String baseInstructions,
            List<DynamicToolSpec> dynamicTools) {
        static final Memory NONE = new Memory(null, null, null, null, null, List.of());

        /** All of it. */
        static Memory of(StoredThread stored, @Nullable SessionMeta first) {
            return new Memory(
                    stored.cwd(),
                    stored.model(),
                    stored.modelProvider(),
                    stored.reasoningEffort(),
                    baseInstructions(first),
                    dynamicTools(first));
        }

        /** But for what it used as a model, which a copy does not take over. */
        static Memory withoutModel(StoredThread stored, @Nullable SessionMeta first) {
            return new Memory(stored.cwd(), null, null, null, baseInstructions(first), dynamicTools(first));
        }

        private static @Nullable String baseInstructions(@Nullable SessionMeta first) {
            if (first == null || first.baseInstructions() == null) {
                return null;
            }
            var text = first.baseInstructions().tree().path("text");
            return text.isTextual() ? text.textValue() : null;
        }

        private static List<DynamicToolSpec> dynamicTools(@Nullable SessionMeta first) {
            if (first == null || first.dynamicTools() == null) {
                return List.of();
            }
            var tools = new ArrayList<DynamicToolSpec>();
            for (var tool : first.dynamicTools().tree()) {
                try {
                    tools.add(WireJson.decode(tool, DynamicToolSpec.class));
                } catch (InvalidParamsException e) {
                    LOG.warn("thread {} has a tool that cannot be understood: {}", first.id(), e.getMessage());
                }
            }
            return tools;
        }
    }

    /** @throws dev.bobbin.appserver.dispatch.RequestException if the configuration cannot be used */
    TurnSettings resolve(ThreadOverrides asked, Memory memory) {
        if (asked.permissions() != null && asked.sandbox() != null) {
            throw ThreadErrors.invalid("`permissions` cannot be combined with `sandbox`", "conflicting_parameters");
        }
        var cwd = asked.cwd() == null && memory.cwd() != null ? Path.of(memory.cwd()) : folders.absolute(asked.cwd());
        try {
            var config = configs.load(overridesTree(asked, memory), cwd);
            return settings(config, asked, memory, cwd);
        } catch (ConfigException e) {
            throw ThreadErrors.invalid(String.valueOf(e.getMessage()), "invalid_configuration");
        }
    }

    private TurnSettings settings(Config config, ThreadOverrides asked, Memory memory, Path cwd) {
        var roots = asked.workspaceRoots() == null ? List.of(cwd) : folders.roots(asked.workspaceRoots(), cwd);
        var effort = config.reasoning().effort();
        return new TurnSettings(
                config,
                cwd,
                roots,
                config.model(),
                config.modelProviderId(),
                config.provider(),
                ContextSizes.window(config, config.model()),
                ContextSizes.compactAt(config, config.model()),
                effort,
                config.reasoning().summary(),
                personality(asked, config),
                serviceTier(asked.serviceTier(), config),
                asked.approvalPolicy() != null ? asked.approvalPolicy() : config.approvalPolicy(),
                reviewer(asked.approvalsReviewer() != null ? asked.approvalsReviewer() : config.approvalsReviewer()),
                policy(config, roots, cwd),
                config.permissions(),
                defaultMode(config.model(), effort),
                null,
                instructions(config, asked, memory),
                asked.developerInstructions() != null
                        ? asked.developerInstructions()
                        : config.instructions().developer(),
                asked.dynamicTools().isEmpty() ? memory.dynamicTools() : asked.dynamicTools());
    }

    /** What the client and the thread say, in the words of the configuration, so that it is merged and checked as such. */
    private static ObjectNode overridesTree(ThreadOverrides asked, Memory memory) {
        var tree = JsonNodeFactory.instance.objectNode();
        if (!asked.choosesModel()) {
            put(tree, "model", memory.model());
            put(tree, "model_provider", memory.modelProvider());
            put(tree, "model_reasoning_effort", memory.effort());
        }
        asked.config().forEach(tree::set);
        put(tree, "model", asked.model());
        put(tree, "model_provider", asked.modelProvider());
        if (asked.sandbox() != null) {
            tree.put("sandbox_mode", asked.sandbox().wireName());
            tree.putNull("default_permissions");
        }
        if (asked.permissions() != null) {
            tree.put("default_permissions", asked.permissions());
        }
        if (asked.approvalPolicy() != null) {
            tree.set("approval_policy", WireJson.toTree(asked.approvalPolicy()));
        }
        return tree;
    }

    private static void put(ObjectNode tree, String key, @Nullable String value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static String instructions(Config config, ThreadOverrides asked, Memory memory) {
        if (asked.baseInstructions() != null) {
            return asked.baseInstructions();
        }
        if (config.instructions().base() != null) {
            return config.instructions().base();
        }
        return memory.baseInstructions() != null ? memory.baseInstructions() : Prompts.BASE_INSTRUCTIONS.text();
    }

    /** An explicit null asks for the usual tier by its name; other tiers are taken where the model is known to have them. */
    private static @Nullable String serviceTier(Patch<String> asked, Config config) {
        if (asked instanceof Patch.Set<String> tier) {
            var name = tierName(tier.value());
            var isServed = name.equals("default")
                    || (name.equals("priority")
                            && ModelTraits.of(config.model()).priorityTier());
            return isServed ? name : null;
        }
        return asked instanceof Patch.Clear<String> ? "default" : config.serviceTier();
    }

    /** The name by which models know a tier. */
    static String tierName(String asked) {
        return asked.equals("fast") ? "priority" : asked;
    }

    private static @Nullable Personality personality(ThreadOverrides asked, Config config) {
        if (asked.personality() != null) {
            return asked.personality();
        }
        var configured = config.personality();
        return configured != null || !config.features().enabled("personality") ? configured : Personality.PRAGMATIC;
    }

    /** One of the reviewers has two names; the newer one is never answered. */
    static ApprovalsReviewer reviewer(ApprovalsReviewer asked) {
        return switch (asked) {
            case USER -> ApprovalsReviewer.USER;
            case AUTO_REVIEW, GUARDIAN_SUBAGENT -> ApprovalsReviewer.GUARDIAN_SUBAGENT;
        };
    }

    static CollaborationMode defaultMode(String model, @Nullable ReasoningEffort effort) {
        return new CollaborationMode(ModeKind.DEFAULT, new Settings(model, effort, null));
    }

    private static SandboxPolicy policy(Config config, List<Path> roots, Path cwd) {
        var chosen = config.permissions();
        return chosen != null && chosen.rules() != null && !chosen.rules().writesWorkspace()
                ? config.sandboxPolicy()
                : withRoots(config.sandboxPolicy(), roots, cwd);
    }

    /** Workspace folders beside the working directory may be written to where the working directory may. */
    static SandboxPolicy withRoots(SandboxPolicy policy, List<Path> roots, Path cwd) {
        if (!(policy instanceof SandboxPolicy.WorkspaceWrite write)) {
            return policy;
        }
        var writable = new LinkedHashSet<>(write.writableRoots());
        for (var root : roots) {
            if (!root.equals(cwd)) {
                writable.add(root.toString());
            }
        }
        return new SandboxPolicy.WorkspaceWrite(
                new ArrayList<>(writable), write.networkAccess(), write.excludeTmpdirEnvVar(), write.excludeSlashTmp());
    }
}
