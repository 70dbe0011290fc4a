package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.exec.CapturedCommand;
import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.exec.OutputSink;
import dev.bobbin.protocol.method.CommandMethods;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.process.ProcessExitedNotification;
import dev.bobbin.protocol.v2.process.ProcessKillResponse;
import dev.bobbin.protocol.v2.process.ProcessOutputDeltaNotification;
import dev.bobbin.protocol.v2.process.ProcessOutputStream;
import dev.bobbin.protocol.v2.process.ProcessResizePtyResponse;
import dev.bobbin.protocol.v2.process.ProcessSpawnParams;
import dev.bobbin.protocol.v2.process.ProcessSpawnResponse;
import dev.bobbin.protocol.v2.process.ProcessWriteStdinResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code process/*}: processes of the client's own, outside of any sandbox. */
public final class ProcessHandlers {
    private static final long DEFAULT_CAP = 1 << 20;
    private static final Launch.TerminalSize USUAL_SIZE = new Launch.TerminalSize(24, 80);

    private final Map<String, String> environment;
    private final ClientCommands commands = new ClientCommands(
            new ClientCommands.Words("process", "process/writeStdin", "process for process handle", "process handle"));

    private ProcessHandlers(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param environment the variables the server was started with */
    public static void register(RequestRouter router, Map<String, String> environment) {
        var handlers = new ProcessHandlers(environment);
        var commands = handlers.commands;
        router.on(CommandMethods.PROCESS_SPAWN, handlers::spawn);
        router.on(CommandMethods.PROCESS_WRITE_STDIN, (params, client, reply) -> {
            commands.write(client.connection(), params.processHandle(), params.deltaBase64(), params.closeStdin());
            reply.ok(new ProcessWriteStdinResponse());
        });
        router.on(CommandMethods.PROCESS_RESIZE_PTY, (params, client, reply) -> {
            commands.resize(
                    client.connection(),
                    params.processHandle(),
                    params.size().rows(),
                    params.size().cols());
            reply.ok(new ProcessResizePtyResponse());
        });
        router.on(CommandMethods.PROCESS_KILL, (params, client, reply) -> {
            commands.kill(client.connection(), params.processHandle());
            reply.ok(new ProcessKillResponse());
        });
    }

    private void spawn(ProcessSpawnParams params, RequestContext client, Reply<ProcessSpawnResponse> reply) {
        if (params.command().isEmpty()) {
            throw ClientCommands.invalid("command must not be empty", "empty_command");
        }
        if (params.processHandle().isEmpty()) {
            throw ClientCommands.invalid("processHandle must not be empty", "empty_process_handle");
        }
        var connection = client.connection();
        var launch = new Launch(
                params.command(),
                Path.of(params.cwd()),
                ClientCommands.environment(environment, params.env(), params.tty()),
                size(params),
                params.streamStdin() || params.tty());
        var streams = params.streamStdoutStderr() || params.tty();
        var capture = new CapturedCommand.Capture(
                params.outputBytesCap() == null ? DEFAULT_CAP : params.outputBytesCap(),
                streams ? deltas(connection, params.processHandle()) : null);
        var limit = params.timeoutMs() == null ? null : Duration.ofMillis(Math.max(0, params.timeoutMs()));
        var answered = new CountDownLatch(1);
        try {
            commands.start(
                    connection,
                    params.processHandle(),
                    onEnd -> CapturedCommand.start(launch, capture, limit, result -> {
                        onEnd.run();
                        exited(connection, params.processHandle(), result, answered);
                    }));
        } catch (IOException e) {
            throw new RequestException.Internal("failed to spawn process: " + e.getMessage(), "spawn_failed");
        }
        reply.ok(new ProcessSpawnResponse());
        answered.countDown();
    }

    /** Tells the client, once it knows that the process has begun. */
    private static void exited(
            ClientConnection client, String handle, CapturedCommand.Result result, CountDownLatch answered) {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.notify(
                Notifications.PROCESS_EXITED,
                new ProcessExitedNotification(
                        handle,
                        result.exitCode(),
                        result.stdout().text(),
                        result.stdout().capReached(),
                        result.stderr().text(),
                        result.stderr().capReached()));
    }

    private Launch.@Nullable TerminalSize size(ProcessSpawnParams params) {
        var size = params.size();
        if (size == null) {
            return params.tty() ? USUAL_SIZE : null;
        }
        if (!params.tty()) {
            throw ClientCommands.conflict("process/spawn size requires tty: true");
        }
        return commands.size(size.rows(), size.cols());
    }

    private static CapturedCommand.Deltas deltas(ClientConnection client, String handle) {
        return (stream, bytes, capReached) -> client.notify(
                Notifications.PROCESS_OUTPUT_DELTA,
                new ProcessOutputDeltaNotification(
                        handle, stream(stream), Base64.getEncoder().encodeToString(bytes), capReached));
    }

    private static ProcessOutputStream stream(OutputSink.Stream stream) {
        return switch (stream) {
            case STDOUT -> ProcessOutputStream.STDOUT;
            case STDERR -> ProcessOutputStream.STDERR;
        };
    }
}
