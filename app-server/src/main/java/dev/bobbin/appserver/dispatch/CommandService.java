package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.CommandMethods;
import dev.bobbin.protocol.v2.command.CommandExecParams;
import dev.bobbin.protocol.v2.command.CommandExecResizeParams;
import dev.bobbin.protocol.v2.command.CommandExecTerminateParams;
import dev.bobbin.protocol.v2.command.CommandExecWriteParams;
import dev.bobbin.protocol.v2.environment.EnvironmentAddParams;
import dev.bobbin.protocol.v2.process.ProcessKillParams;
import dev.bobbin.protocol.v2.process.ProcessResizePtyParams;
import dev.bobbin.protocol.v2.process.ProcessSpawnParams;
import dev.bobbin.protocol.v2.process.ProcessWriteStdinParams;

/** Commands, processes and environments. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface CommandService extends Service {
    default void environmentAdd(EnvironmentAddParams params) {
        router().run(CommandMethods.ENVIRONMENT_ADD, params);
    }

    default void commandExec(CommandExecParams params) {
        router().run(CommandMethods.COMMAND_EXEC, params);
    }

    default void commandExecWrite(CommandExecWriteParams params) {
        router().run(CommandMethods.COMMAND_EXEC_WRITE, params);
    }

    default void commandExecTerminate(CommandExecTerminateParams params) {
        router().run(CommandMethods.COMMAND_EXEC_TERMINATE, params);
    }

    default void commandExecResize(CommandExecResizeParams params) {
        router().run(CommandMethods.COMMAND_EXEC_RESIZE, params);
    }

    default void processSpawn(ProcessSpawnParams params) {
        router().run(CommandMethods.PROCESS_SPAWN, params);
    }

    default void processWriteStdin(ProcessWriteStdinParams params) {
        router().run(CommandMethods.PROCESS_WRITE_STDIN, params);
    }

    default void processKill(ProcessKillParams params) {
        router().run(CommandMethods.PROCESS_KILL, params);
    }

    default void processResizePty(ProcessResizePtyParams params) {
        router().run(CommandMethods.PROCESS_RESIZE_PTY, params);
    }
}
