package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.PermissionChoice;
import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.exec.CapturedCommand;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.exec.OutputSink;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.sandbox.Fenced;
import dev.bobbin.appserver.sandbox.Grant;
import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.sandbox.SandboxUnavailableException;
import dev.bobbin.protocol.method.CommandMethods;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.command.CommandExecOutputDeltaNotification;
import dev.bobbin.protocol.v2.command.CommandExecOutputStream;
import dev.bobbin.protocol.v2.command.CommandExecParams;
import dev.bobbin.protocol.v2.command.CommandExecResizeResponse;
import dev.bobbin.protocol.v2.command.CommandExecResponse;
import dev.bobbin.protocol.v2.command.CommandExecTerminateResponse;
import dev.bobbin.protocol.v2.command.CommandExecWriteResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code command/exec} and what belongs to it: commands of the client's own, in the sandbox. */
public final class CommandHandlers {
    private static final long DEFAULT_CAP = 1 << 20;
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);
    private static final Launch.TerminalSize USUAL_SIZE = new Launch.TerminalSize(24, 80);

    private final ConfigLoader config;
    private final Map<String, String> environment;
    private final Sandbox sandbox;
    private final ClientCommands commands = new ClientCommands(new ClientCommands.Words(
            "command/exec", "command/exec/write", "command/exec for process id", "command/exec process id"));

    private CommandHandlers(ConfigLoader config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
        this.sandbox = new Sandbox(environment);
    }

    /** @param environment the variables the server was started with */
    public static void register(RequestRouter router, ConfigLoader config, Map<String, String> environment) {
        var handlers = new CommandHandlers(config, environment);
        var commands = handlers.commands;
        router.on(CommandMethods.COMMAND_EXEC, handlers::exec);
        router.on(CommandMethods.COMMAND_EXEC_WRITE, (params, client, reply) -> {
            commands.write(client.connection(), params.processId(), params.deltaBase64(), params.closeStdin());
            reply.ok(new CommandExecWriteResponse());
        });
        router.on(CommandMethods.COMMAND_EXEC_RESIZE, (params, client, reply) -> {
            commands.resize(
                    client.connection(),
                    params.processId(),
                    params.size().rows(),
                    params.size().cols());
            reply.ok(new CommandExecResizeResponse());
        });
        router.on(CommandMethods.COMMAND_EXEC_TERMINATE, (params, client, reply) -> {
            commands.kill(client.connection(), params.processId());
            reply.ok(new CommandExecTerminateResponse());
        });
    }

    private void exec(CommandExecParams params, RequestContext client, Reply<CommandExecResponse> reply) {
        var limit = limit(params);
        var size = size(params);
        refuseConflicts(params);
        var cwd = params.cwd() == null
                ? Path.of("").toAbsolutePath()
                : Path.of("").toAbsolutePath().resolve(params.cwd()).normalize();
        var fenced = fenced(params, cwd);
        var launch = new Launch(
                fenced.line(),
                cwd,
                ClientCommands.environment(environment, params.env(), params.tty()),
                size,
                params.streamStdin() || params.tty());
        var streams = params.streamStdoutStderr() || params.tty();
        var capture = new CapturedCommand.Capture(
                cap(params), streams ? deltas(client.connection(), String.valueOf(params.processId())) : null);
        var name = params.processId() == null ? RandomIds.uuidV4() : params.processId();
        try {
            commands.start(
                    client.connection(),
                    name,
                    onEnd -> CapturedCommand.start(launch, capture, limit, result -> {
                        onEnd.run();
                        fenced.onEnd().run();
                        reply.ok(new CommandExecResponse(
                                result.exitCode(),
                                result.stdout().text(),
                                result.stderr().text()));
                    }));
        } catch (RequestException e) {
            fenced.onEnd().run();
            throw e;
        } catch (IOException e) {
            fenced.onEnd().run();
            throw new RequestException.Internal("failed to spawn command: " + e.getMessage(), "spawn_failed");
        }
    }

    private static void refuseConflicts(CommandExecParams params) {
        if (params.outputBytesCap() != null && params.disableOutputCap()) {
            throw ClientCommands.conflict("command/exec cannot set both outputBytesCap and disableOutputCap");
        }
        if (params.sandboxPolicy() != null && params.permissionProfile() != null) {
            throw ClientCommands.conflict("`permissionProfile` cannot be combined with `sandboxPolicy`");
        }
        if (params.processId() == null && (params.tty() || params.streamStdin() || params.streamStdoutStderr())) {
            throw ClientCommands.invalid(
                    "command/exec tty or streaming requires a client-supplied processId", "process_id_required");
        }
    }

    private static @Nullable Duration limit(CommandExecParams params) {
        if (params.command().isEmpty()) {
            throw ClientCommands.invalid("command must not be empty", "empty_command");
        }
        var millis = params.timeoutMs();
        if (millis != null && params.disableTimeout()) {
            throw ClientCommands.conflict("command/exec cannot set both timeoutMs and disableTimeout");
        }
        if (millis != null && millis < 0) {
            throw ClientCommands.conflict("command/exec timeoutMs must be non-negative, got " + millis);
        }
        if (params.disableTimeout()) {
            return null;
        }
        return millis == null ? DEFAULT_LIMIT : Duration.ofMillis(millis);
    }

    private Launch.@Nullable TerminalSize size(CommandExecParams params) {
        var size = params.size();
        if (size == null) {
            return params.tty() ? USUAL_SIZE : null;
        }
        if (!params.tty()) {
            throw ClientCommands.conflict("command/exec size requires tty: true");
        }
        return commands.size(size.rows(), size.cols());
    }

    private static long cap(CommandExecParams params) {
        if (params.disableOutputCap()) {
            return Long.MAX_VALUE;
        }
        return params.outputBytesCap() == null ? DEFAULT_CAP : params.outputBytesCap();
    }

    private Fenced fenced(CommandExecParams params, Path cwd) {
        try {
            var roots = List.of(cwd);
            if (params.sandboxPolicy() != null) {
                return sandbox.wrap(params.command(), params.sandboxPolicy(), roots, cwd, Grant.NONE);
            }
            var settings = loaded(cwd);
            var chosen = params.permissionProfile() == null
                    ? settings.permissions()
                    : profile(settings, params.permissionProfile());
            var rules = chosen == null ? null : chosen.rules();
            return rules == null
                    ? sandbox.wrap(
                            params.command(),
                            chosen == null ? settings.sandboxPolicy() : chosen.policy(),
                            roots,
                            cwd,
                            Grant.NONE)
                    : sandbox.wrap(params.command(), rules, roots, cwd, Grant.NONE);
        } catch (SandboxUnavailableException e) {
            throw new RequestException.Internal(String.valueOf(e.getMessage()), "sandbox_unavailable");
        }
    }

    private static PermissionChoice profile(Config settings, String name) {
        try {
            return settings.profiles().choose(name);
        } catch (ConfigException e) {
            throw ClientCommands.invalid("invalid permission profile: " + e.problem(), "invalid_config");
        }
    }

    private Config loaded(Path cwd) {
        try {
            return config.load(cwd);
        } catch (ConfigException e) {
            throw ClientCommands.invalid(String.valueOf(e.getMessage()), "invalid_config");
        }
    }

    private static CapturedCommand.Deltas deltas(ClientConnection client, String processId) {
        return (stream, bytes, capReached) -> client.notify(
                Notifications.COMMAND_EXEC_OUTPUT_DELTA,
                new CommandExecOutputDeltaNotification(
                        processId, stream(stream), Base64.getEncoder().encodeToString(bytes), capReached));
    }

    private static CommandExecOutputStream stream(OutputSink.Stream stream) {
        return switch (stream) {
            case STDOUT -> CommandExecOutputStream.STDOUT;
            case STDERR -> CommandExecOutputStream.STDERR;
        };
    }
}
