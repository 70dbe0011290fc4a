package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v2.command.CommandExecParams;
import dev.bobbin.protocol.v2.command.CommandExecResizeParams;
import dev.bobbin.protocol.v2.command.CommandExecResizeResponse;
import dev.bobbin.protocol.v2.command.CommandExecResponse;
import dev.bobbin.protocol.v2.command.CommandExecTerminateParams;
import dev.bobbin.protocol.v2.command.CommandExecTerminateResponse;
import dev.bobbin.protocol.v2.command.CommandExecWriteParams;
import dev.bobbin.protocol.v2.command.CommandExecWriteResponse;
import dev.bobbin.protocol.v2.environment.EnvironmentAddParams;
import dev.bobbin.protocol.v2.environment.EnvironmentAddResponse;
import dev.bobbin.protocol.v2.process.ProcessKillParams;
import dev.bobbin.protocol.v2.process.ProcessKillResponse;
import dev.bobbin.protocol.v2.process.ProcessResizePtyParams;
import dev.bobbin.protocol.v2.process.ProcessResizePtyResponse;
import dev.bobbin.protocol.v2.process.ProcessSpawnParams;
import dev.bobbin.protocol.v2.process.ProcessSpawnResponse;
import dev.bobbin.protocol.v2.process.ProcessWriteStdinParams;
import dev.bobbin.protocol.v2.process.ProcessWriteStdinResponse;
import org.jspecify.annotations.Nullable;

/** Commands and processes that the client runs. */
public interface CommandMethods {
    /** {@code environment/add} */
    Method<EnvironmentAddParams, EnvironmentAddResponse> ENVIRONMENT_ADD = Method.of(
                    "environment/add", EnvironmentAddParams.class, EnvironmentAddResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code command/exec} */
    Method<CommandExecParams, CommandExecResponse> COMMAND_EXEC =
            Method.of("command/exec", CommandExecParams.class, CommandExecResponse.class, LaneRule.RESOURCE);

    /** {@code command/exec/write} */
    Method<CommandExecWriteParams, CommandExecWriteResponse> COMMAND_EXEC_WRITE = Method.of(
            "command/exec/write", CommandExecWriteParams.class, CommandExecWriteResponse.class, LaneRule.RESOURCE);

    /** {@code command/exec/terminate} */
    Method<CommandExecTerminateParams, CommandExecTerminateResponse> COMMAND_EXEC_TERMINATE = Method.of(
            "command/exec/terminate",
            CommandExecTerminateParams.class,
            CommandExecTerminateResponse.class,
            LaneRule.RESOURCE);

    /** {@code command/exec/resize} */
    Method<CommandExecResizeParams, CommandExecResizeResponse> COMMAND_EXEC_RESIZE = Method.of(
            "command/exec/resize", CommandExecResizeParams.class, CommandExecResizeResponse.class, LaneRule.RESOURCE);

    /** {@code process/spawn} */
    Method<ProcessSpawnParams, ProcessSpawnResponse> PROCESS_SPAWN = Method.of(
                    "process/spawn", ProcessSpawnParams.class, ProcessSpawnResponse.class, LaneRule.RESOURCE)
            .experimental();

    /** {@code process/writeStdin} */
    Method<ProcessWriteStdinParams, ProcessWriteStdinResponse> PROCESS_WRITE_STDIN = Method.of(
                    "process/writeStdin",
                    ProcessWriteStdinParams.class,
                    ProcessWriteStdinResponse.class,
                    LaneRule.RESOURCE)
            .experimental();

    /** {@code process/kill} */
    Method<ProcessKillParams, ProcessKillResponse> PROCESS_KILL = Method.of(
                    "process/kill", ProcessKillParams.class, ProcessKillResponse.class, LaneRule.RESOURCE)
            .experimental();

    /** {@code process/resizePty} */
    Method<ProcessResizePtyParams, ProcessResizePtyResponse> PROCESS_RESIZE_PTY = Method.of(
                    "process/resizePty",
                    ProcessResizePtyParams.class,
                    ProcessResizePtyResponse.class,
                    LaneRule.RESOURCE)
            .experimental();

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "environment/add" -> ENVIRONMENT_ADD;
            case "command/exec" -> COMMAND_EXEC;
            case "command/exec/write" -> COMMAND_EXEC_WRITE;
            case "command/exec/terminate" -> COMMAND_EXEC_TERMINATE;
            case "command/exec/resize" -> COMMAND_EXEC_RESIZE;
            case "process/spawn" -> PROCESS_SPAWN;
            case "process/writeStdin" -> PROCESS_WRITE_STDIN;
            case "process/kill" -> PROCESS_KILL;
            case "process/resizePty" -> PROCESS_RESIZE_PTY;
            default -> null;
        };
    }
}
