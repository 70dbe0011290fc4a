package dev.bobbin.appserver.toolbox;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.thread.ThreadServices;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolRegistry;
import dev.bobbin.appserver.tool.UserShell;
import dev.bobbin.appserver.tool.client.ClientTool;
import dev.bobbin.appserver.tool.client.RequestUserInputTool;
import dev.bobbin.appserver.tool.client.UpdatePlanTool;
import dev.bobbin.appserver.tool.client.ViewImageTool;
import dev.bobbin.appserver.tool.edit.PatchTool;
import dev.bobbin.appserver.tool.edit.ThreadEdits;
import dev.bobbin.appserver.tool.goal.CreateGoalTool;
import dev.bobbin.appserver.tool.goal.GetGoalTool;
import dev.bobbin.appserver.tool.goal.UpdateGoalTool;
import dev.bobbin.appserver.tool.permission.RequestPermissionsTool;
import dev.bobbin.appserver.tool.permission.ThreadGrants;
import dev.bobbin.appserver.tool.policy.CommandRules;
import dev.bobbin.appserver.tool.terminal.CommandRunner;
import dev.bobbin.appserver.tool.terminal.ExecCommandTool;
import dev.bobbin.appserver.tool.terminal.ShellTool;
import dev.bobbin.appserver.tool.terminal.Shells;
import dev.bobbin.appserver.tool.terminal.Terminals;
import dev.bobbin.appserver.tool.terminal.UserShellCommand;
import dev.bobbin.appserver.tool.terminal.WriteStdinTool;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every tool of the server. Safe for use from many threads. */
public final class Toolbox implements ToolRegistry, ThreadServices.Residents {
    /** The feature under which a model may ask for permissions. */
    private static final String ASKS_FOR_PERMISSIONS = "request_permissions_tool";

    private final Map<String, Terminals> terminals = new ConcurrentHashMap<>();
    private final Map<String, ThreadEdits> edits = new ConcurrentHashMap<>();
    private final Map<String, ThreadGrants> grants = new ConcurrentHashMap<>();
    private final @Nullable String tmpdir;
    private final ServerTools servers;
    private final Shells shells;
    private final PatchTool patch;
    private final List<Tool> offered;
    private final ShellTool shell;
    private final ExecCommandTool exec;
    private final RequestPermissionsTool permissions;
    private final List<Tool> goals = List.of(new GetGoalTool(), new CreateGoalTool(), new UpdateGoalTool());

    /**
     * @param environment the variables the server was started with
     * @param servers the threads' tool servers
     */
    public Toolbox(Path codexHome, Map<String, String> environment, ServerTools servers) {
        this.servers = servers;
        this.shells = new Shells(environment);
        var sandbox = new Sandbox(environment);
        this.tmpdir = environment.get("TMPDIR");
        var runner = new CommandRunner(new CommandRules(codexHome), sandbox, shells, this::grants);
        this.patch = new PatchTool(sandbox, id -> edits.computeIfAbsent(id, _ -> new ThreadEdits()), this::grants);
        this.permissions = new RequestPermissionsTool(this::grants);
        this.exec = new ExecCommandTool(runner, this::terminals, patch);
        this.shell = new ShellTool(runner, this::terminals, patch);
        this.offered = List.of(
                exec,
                new WriteStdinTool(this::terminals),
                new UpdatePlanTool(),
                new RequestUserInputTool(),
                new ViewImageTool((settings, file) -> mayRead(sandbox, settings, file)));
    }

    /** What the user's own commands run in. */
    public UserShell userShell() {
        return new UserShellCommand(shells);
    }

    private static boolean mayRead(Sandbox sandbox, TurnSettings settings, Path file) {
        var rules = settings.fileRules();
        return rules == null || sandbox.allowsRead(rules, settings.workspaceRoots(), file);
    }

    private Terminals terminals(String threadId) {
        return terminals.computeIfAbsent(threadId, _ -> new Terminals());
    }

    private ThreadGrants grants(String threadId) {
        return grants.computeIfAbsent(threadId, _ -> new ThreadGrants(tmpdir));
    }

    @Override
    public List<RawJson> specs(ToolContext context) throws InterruptedException {
        var settings = context.settings();
        var specs = new ArrayList<RawJson>();
        var features = settings.config().features();
        for (var tool : offered) {
            specs.add(
                    tool == exec && features.enabled(ExecCommandTool.WIDENING_FEATURE)
                            ? exec.specWithWidening()
                            : tool.spec());
        }
        if (features.enabled(ASKS_FOR_PERMISSIONS)) {
            specs.add(permissions.spec());
        }
        if (features.enabled(GoalDesk.FEATURE)) {
            goals.forEach(tool -> specs.add(tool.spec()));
        }
        specs.add(takesFreeText(settings.model()) ? patch.spec() : patch.functionSpec());
        for (var tool : settings.dynamicTools()) {
            if (!tool.deferLoading()) {
                specs.add(new ClientTool(tool).spec());
            }
        }
        specs.addAll(servers.specs(context));
        return specs;
    }

    /** Whether a model knows tools whose input is no JSON. */
    private static boolean takesFreeText(String model) {
        return model.startsWith("gpt-5") || model.startsWith("codex-");
    }

    @Override
    public @Nullable Tool find(ToolCall call, ToolContext context) {
        for (var tool : context.settings().dynamicTools()) {
            if (isMeant(tool, call)) {
                return new ClientTool(tool);
            }
        }
        var own = call.namespace() == null ? own(call, context.settings()) : null;
        return own == null && call.kind() == ToolCall.Kind.FUNCTION ? servers.find(call, context) : own;
    }

    /** A provider that knows no namespaces calls tools by both names in one. */
    private static boolean isMeant(DynamicToolSpec tool, ToolCall call) {
        return tool.name().equals(call.name()) && Objects.equals(tool.namespace(), call.namespace())
                || call.namespace() == null && call.name().equals(tool.namespace() + "__" + tool.name());
    }

    private @Nullable Tool own(ToolCall call, TurnSettings settings) {
        return switch (call.kind()) {
            case LOCAL_SHELL -> shell;
            case CUSTOM -> call.name().equals(patch.name()) ? patch : null;
            case FUNCTION -> function(call.name(), settings);
        };
    }

    private @Nullable Tool function(String name, TurnSettings settings) {
        var tool = named(name, offered);
        if (tool != null) {
            return tool;
        }
        return switch (name) {
            case "apply_patch" -> patch;
            case "request_permissions" ->
                settings.config().features().enabled(ASKS_FOR_PERMISSIONS) ? permissions : null;
            case "shell", "shell_command", "container.exec" -> shell;
            default -> settings.config().features().enabled(GoalDesk.FEATURE) ? named(name, goals) : null;
        };
    }

    private static @Nullable Tool named(String name, List<Tool> tools) {
        for (var tool : tools) {
            if (tool.name().equals(name)) {
                return tool;
            }
        }
        return null;
    }

    @Override
    public void answered(ToolContext context) {
        patch.showDiff(context);
    }

    /** Ends the commands of a thread that go on without anyone waiting for them. */
    public void cleanTerminals(String threadId) {
        var running = terminals.get(threadId);
        if (running != null) {
            running.clean();
        }
    }

    @Override
    public void loading(String threadId, TurnSettings settings) {
        servers.loading(threadId, settings);
    }

    @Override
    public void loaded(String threadId, TurnSettings settings) {
        servers.loaded(threadId, settings);
    }

    /**
     * Lets go of all that is kept for a thread, and ends its commands and tool servers.
     *
     * @return what is to be stored of the commands that ran
     */
    @Override
    public List<RolloutItem> unload(String threadId) {
        edits.remove(threadId);
        servers.unload(threadId);
        grants.remove(threadId);
        var running = terminals.remove(threadId);
        return running == null ? List.of() : running.close();
    }
}
