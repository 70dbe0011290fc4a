package dev.bobbin.appserver.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The permission profiles there are to choose from: the built-in ones, whose names begin with a colon, and those in the tables
 * {@code [permissions.NAME]}, each a set of places with what may be done there. They may build on one another.
 */
public final class PermissionProfiles {
    private static final String READ_ONLY = ":read-only";
    private static final String WORKSPACE = ":workspace";
    private static final String FULL_ACCESS = ":danger-full-access";

    private final Settings root;
    private final Map<String, String> env;
    private final Path relativeTo;

    PermissionProfiles(Settings root, Map<String, String> env, Path relativeTo) {
        this.root = root;
        this.env = env;
        this.relativeTo = relativeTo;
    }

    /**
     * The profile of that name.
     *
     * @throws ConfigException if there is none, or it is not one
     */
    public PermissionChoice choose(String name) {
        if (name.startsWith(":")) {
            return switch (name) {
                case READ_ONLY -> PermissionChoice.builtIn(name, policy(SandboxMode.READ_ONLY));
                case WORKSPACE -> PermissionChoice.builtIn(name, policy(SandboxMode.WORKSPACE_WRITE));
                case FULL_ACCESS -> PermissionChoice.builtIn(name, policy(SandboxMode.DANGER_FULL_ACCESS));
                default ->
                    throw new ConfigException("default_permissions refers to unknown built-in profile `" + name + "`");
            };
        }
        if (root.node("permissions") == null) {
            throw new ConfigException("default_permissions requires a `[permissions]` table");
        }
        if (!(tables().node(name) instanceof ObjectNode)) {
            throw new ConfigException("default_permissions refers to undefined profile `" + name + "`");
        }
        return own(name);
    }

    /** The names in the configuration with what is said of them, in order. */
    public Map<String, String> described() {
        var all = new TreeMap<String, String>();
        tables().tree().fieldNames().forEachRemaining(name -> {
            var text = profile(name).filled("description");
            all.put(name, text == null ? "" : text);
        });
        return all;
    }

    /** Refuses a configuration in which a rule is no rule. */
    void check() {
        tables().tree().fieldNames().forEachRemaining(name -> ProfileRules.check(profile(name)));
    }

    /** What is in force where nothing was chosen; null if that is no profile. */
    @Nullable
    PermissionChoice fitting(SandboxPolicy policy) {
        if (policy.equals(new SandboxPolicy.ReadOnly(false))) {
            return PermissionChoice.builtIn(READ_ONLY, policy);
        }
        return policy.equals(new SandboxPolicy.WorkspaceWrite(List.of(), false, false, false))
                ? PermissionChoice.builtIn(WORKSPACE, policy)
                : null;
    }

    private SandboxPolicy policy(SandboxMode mode) {
        return Permissions.policy(root, mode, relativeTo);
    }

    private PermissionChoice own(String name) {
        var rules = new ProfileRules(name, env);
        add(name, rules, new ArrayList<>());
        var base = profile(name).filled("extends");
        return rules.choice(new ActivePermissionProfile(name, base));
    }

    /** What a profile builds on comes first, so that its own rules win. */
    private void add(String name, ProfileRules rules, List<String> path) {
        var isCycle = path.contains(name);
        path.add(name);
        if (isCycle) {
            throw new ConfigException("permissions profile inheritance cycle detected: " + String.join(" -> ", path));
        }
        var table = profile(name);
        var base = table.filled("extends");
        if (base != null) {
            addBase(name, base, rules, path);
        }
        rules.add(table);
    }

    private void addBase(String name, String base, ProfileRules rules, List<String> path) {
        switch (base) {
            case READ_ONLY -> rules.addReadOnly();
            case WORKSPACE -> rules.addWorkspace();
            default -> {
                if (base.startsWith(":")) {
                    throw new ConfigException("permissions profile `" + name
                            + "` cannot extend unsupported built-in profile `" + base + "`");
                }
                if (!(tables().node(base) instanceof ObjectNode)) {
                    throw new ConfigException(
                            "permissions profile `" + name + "` extends undefined profile `" + base + "`");
                }
                add(base, rules, path);
            }
        }
    }

    private Settings tables() {
        return root.table("permissions", "a map");
    }

    private Settings profile(String name) {
        return tables().table(name, "struct PermissionProfileToml");
    }
}
